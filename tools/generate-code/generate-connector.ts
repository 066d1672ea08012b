import type { Connector, MappingRow } from '../model/index.ts';
import { emitFiles } from './emit/emit-files.ts';
import { formatFile } from './emit/format.ts';
import { lockFile } from './emit/lock-file.ts';
import { makePlan, type PlanInput } from './plan/make-plan.ts';
import { makeSample } from './sample/sample-record.ts';

export type { PlanInput } from './plan/make-plan.ts';

export interface GeneratedConnector {
  readonly connector: Connector;
  /** Ids of the API operations that are called. */
  readonly operations: readonly string[];
  readonly warnings: readonly string[];
}

/** Generates a connector with what there is to say about it. Throws `RefusedError` for what no code can be written. */
export async function generate(input: PlanInput): Promise<GeneratedConnector> {
  const plan = makePlan(input);
  const files = await emitFiles(plan);
  const ready = await Promise.all(
    files.map(async ({ path, content, formatted = false }) => ({
      path,
      content: formatted ? content : await formatFile(path, content),
    })),
  );
  const operations = [...Object.values(plan.reads), ...Object.values(plan.writes)].map(({ id }) => id);
  return {
    connector: {
      name: plan.name,
      mapping: plan.mappingId,
      files: [...ready, lockFile(plan, ready)].sort((a, b) => (a.path < b.path ? -1 : 1)),
    },
    operations: [...new Set(operations)],
    warnings: [...plan.warnings, ...makeSample(plan).misfits.map(misfit)],
  };
}

function misfit({ target, sources }: MappingRow): string {
  return `${target}: no example of ${sources.join(', ')} is a value that the target takes; records that have one will be refused`;
}

/** The connector alone: same inputs, same bytes. */
export async function generateConnector(input: PlanInput): Promise<Connector> {
  return (await generate(input)).connector;
}
