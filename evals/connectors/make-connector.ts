import { mkdir, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keyv } from 'keyv';
import {
  ArtifactStore,
  callTool,
  createLog,
  noMemory,
  readConfig,
  type Tool,
  type ToolContext,
} from '../../tools/core/index.ts';
import { fetchSpec } from '../../tools/fetch-spec/index.ts';
import { generate } from '../../tools/generate-code/index.ts';
import { makePlan } from '../../tools/generate-code/plan/make-plan.ts';
import type { Plan } from '../../tools/generate-code/plan/plan.ts';
import { sampleValue } from '../../tools/generate-code/sample/sample-value.ts';
import { inferSchema } from '../../tools/infer-schema/index.ts';
import type { Connector, Entity } from '../../tools/model/index.ts';
import { proposeMapping } from '../../tools/propose-mapping/index.ts';
import { reviewMapping } from '../../tools/review-mapping/index.ts';
import { runTests } from '../../tools/run-tests/index.ts';

export interface Made {
  readonly plan: Plan;
  readonly connector: Connector;
  readonly folder: string;
  /** Required target fields that the mapping left open, and the value that stands in for a person's answer. */
  readonly decided: Readonly<Record<string, unknown>>;
  readonly failures: readonly unknown[];
  readonly tests: { readonly passed: number; readonly failed: number; readonly skipped: number };
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** From two names to a folder with a connector, by the product's own tools: rows from `threshold` on are approved. */
export async function makeConnector(pair: string, threshold: number): Promise<Made> {
  const context: ToolContext = {
    artifacts: new ArtifactStore(new Keyv()),
    config: readConfig({ CAUSEWAY_MUTANTS: '0', CAUSEWAY_HOME: join(tmpdir(), 'causeway-judged') }),
    log: createLog(false),
    memory: noMemory,
    signal: new AbortController().signal,
    cwd: process.cwd(),
    progress: () => {},
  };
  const call = async <I extends Tool['input'], O extends Tool['output']>(
    tool: Tool<I, O>,
    input: unknown,
  ) => {
    const result = await callTool(tool, input, context);
    if (!result.ok) throw result.error;
    return result.output;
  };
  const [from = '', to = ''] = pair.split(' → ');
  const schemaOf = async (reference: string) => {
    const { spec } = await call(fetchSpec, { spec: reference });
    return (await call(inferSchema, { spec, entity: reference.split('#')[1] })).schema;
  };
  const [source, target] = [await schemaOf(from), await schemaOf(to)];
  const proposed = await call(proposeMapping, { source, target });
  const [sourceEntity, targetEntity] = await Promise.all(
    [source, target].map((id) => context.artifacts.get('schema', id)),
  );
  if (sourceEntity === undefined || targetEntity === undefined) throw new Error('no schema');
  const { unmappedRequired } = await context.artifacts.get('mapping', proposed.mapping);
  const decided = Object.fromEntries(
    unmappedRequired.map(({ target: path }) => [path, standIn(targetEntity, path)]),
  );
  const decisions = Object.entries(decided)
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) => ({
      target: path,
      status: 'edited',
      sources: [],
      transform: { kind: 'constant', value },
    }));
  const { mapping } = await call(reviewMapping, { mapping: proposed.mapping, threshold, decisions });
  // The peers have no limits: without the vendors' pace a thousand records take seconds, not minutes.
  const unpaced = (entity: Entity): Entity => ({
    ...entity,
    api: { ...entity.api, requestsPerSecond: null },
  });
  const input = {
    mapping: await context.artifacts.get('mapping', mapping),
    mappingId: mapping,
    source: unpaced(sourceEntity),
    target: unpaced(targetEntity),
  };
  const { connector } = await generate(input);
  const { passed, failed, skipped, failures } = await call(runTests, {
    connector: await context.artifacts.put('connector', connector),
  });
  const plan = makePlan(input);
  return {
    plan,
    connector,
    folder: await written(connector),
    decided,
    tests: { passed, failed, skipped },
    failures,
  };
}

function standIn(entity: Entity, path: string): unknown {
  const field = entity.fields.find((each) => each.path === path);
  const plan = { target: { fields: new Map() } } as unknown as Plan;
  return field === undefined ? 'Example' : sampleValue(field, undefined, plan);
}

async function written(connector: Connector): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'causeway-judged-')));
  for (const { path, content } of connector.files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
