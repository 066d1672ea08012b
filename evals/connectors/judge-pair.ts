import { rm } from 'node:fs/promises';
import { runProgram } from '../../tools/generate-code/__fixtures__/run.ts';
import { type Judging, judgeRun, type RunReport } from './judge-run.ts';
import { type Made, makeConnector } from './make-connector.ts';
import type { Pair } from './pairs.ts';
import { type VendorJudge, vendorJudge } from './vendor-judge.ts';

/** From this confidence on a row is taken without a person's look, here only: the product asks from 0.9 on. */
const threshold = 0.6;

export interface PairResult {
  readonly pair: Pair;
  readonly good: boolean;
  readonly error: string | null;
  readonly compiles: boolean;
  readonly tests: Made['tests'] | null;
  readonly rows: number;
  readonly key: string | null;
  /** Requests that the vendor's own description was asked about: of the source, of the target; null: no description. */
  readonly judged: readonly (number | null)[];
  readonly clean: RunReport | null;
  readonly troubled: RunReport | null;
}

/** Makes the connector of a pair, and runs it once in peace and once among faults and two kills. */
export async function judgePair(
  pair: Pair,
  { records, specs }: { readonly records: number; readonly specs: string | null },
): Promise<PairResult> {
  const none = {
    pair,
    good: false,
    compiles: false,
    tests: null,
    rows: 0,
    key: null,
    judged: [],
    clean: null,
    troubled: null,
  };
  let made: Made;
  try {
    made = await makeConnector(pair, threshold);
  } catch (error) {
    return { ...none, error: error instanceof Error ? error.message : String(error) };
  }
  const { plan, folder, tests } = made;
  try {
    const { code } = await runProgram('tsc', ['--noEmit'], { cwd: folder });
    const judges: (VendorJudge | null)[] = [];
    for (const { entity } of [plan.source, plan.target])
      judges.push(specs === null ? null : await vendorJudge(entity, specs));
    const how = (more: Pick<Judging, 'faults' | 'killAt'>): Judging => ({
      count: records,
      judges: judges.map((judge) => (judge === null ? {} : { judge: judge.judge })),
      ...more,
    });
    const clean = await judgeRun(made, how({ faults: false, killAt: [] }));
    const judged = judges.map((judge) => judge?.seen.judged ?? null);
    const third = Math.floor(records / 3);
    const troubled = await judgeRun(made, how({ faults: true, killAt: [third, 2 * third] }));
    return {
      pair,
      good: code === 0 && tests.failed === 0 && isGood(clean) && isGood(troubled),
      error: null,
      compiles: code === 0,
      tests,
      rows: plan.rows.length,
      key: plan.upsertKey ?? plan.matchKey,
      judged,
      clean,
      troubled,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing lost, doubled, spoiled or refused. What only a person can settle lies in the dead letters, and is not good either. */
export function isGood({ lost, duplicated, wrong, refusals, ended }: RunReport): boolean {
  return lost + duplicated + wrong + refusals.length === 0 && ended.code === 0;
}
