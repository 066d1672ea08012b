import { TestVariants } from '../../../sandbox/index.ts';
import type { Strength } from '../../model/index.ts';
import { mutateCode } from './code-mutants.ts';
import { mutateMapping } from './mapping-mutants.ts';
import { choose, type Mutant, type MutatedFiles } from './mutant.ts';
import { spread } from './spread.ts';
import { onlyTests, Reached, tellReached, watchTest } from './watched-test.ts';

export interface MeasureOptions {
  /** All files of a connector whose tests pass. */
  readonly files: Readonly<Record<string, string>>;
  readonly tests: readonly string[];
  /** Most faults of the code to try; an even choice of them, the same in every run. */
  readonly most: number;
  readonly signal: AbortSignal;
  readonly progress: (message: string) => void;
}

/** Runs at the same time: more than the pool has places, so that none waits for us. */
const atOnce = 4;

/** How many deliberate faults of a connector its own tests notice. */
export async function measureStrength(options: MeasureOptions): Promise<Strength> {
  const { files, tests, most, signal } = options;
  const watched = tests.map(watchTest);
  const withWatched = (made: MutatedFiles) =>
    new TestVariants({
      ...made.files,
      ...Object.fromEntries(watched.map(({ path, content }) => [path, content])),
    });
  const mapping = mutateMapping(files);
  const code = await mutateCode(files);
  const variants = { mapping: withWatched(mapping), code: withWatched(code) };

  const suites = await Promise.all(
    watched.map(async ({ path }) => {
      const started = performance.now();
      const { logs } = await variants.code.run(path, { prelude: tellReached, signal });
      return { path, reached: new Reached(logs), ms: performance.now() - started };
    }),
  );
  suites.sort((a, b) => a.ms - b.ms);

  const chosen = [...mapping.mutants, ...spread(code.mutants, most)];
  const killed = new Set<Mutant>();
  let done = 0;
  const queue = chosen.values();
  const work = async (): Promise<void> => {
    for (const mutant of queue) {
      for (const { path, reached, ms } of suites) {
        const names = mutant.kind === 'mapping' ? null : reached.by(mutant.id);
        if (names?.length === 0) continue;
        const prelude = choose(mutant) + (names === null ? '' : onlyTests(names));
        const timeoutMs = Math.min(30_000, Math.round(2_000 + 4 * ms));
        const { verdict, tests: results } = await variants[mutant.kind].run(path, {
          prelude,
          timeoutMs,
          signal,
        });
        if (verdict === 'ok' && results.every(({ status }) => status !== 'failed')) continue;
        killed.add(mutant);
        break;
      }
      done += 1;
      if (done % 10 === 0) options.progress(`${done} of ${chosen.length} planted faults tried`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));

  const count = (kind: Mutant['kind']) => {
    const tried = chosen.filter((mutant) => mutant.kind === kind);
    return { tried: tried.length, killed: tried.filter((mutant) => killed.has(mutant)).length };
  };
  return {
    mapping: count('mapping'),
    code: { found: code.mutants.length, ...count('code') },
    survivors: chosen
      .filter((mutant) => !killed.has(mutant))
      .map(({ kind, what, at }) => ({ kind, what, at })),
  };
}
