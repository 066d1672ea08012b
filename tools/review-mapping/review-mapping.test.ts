import { Keyv } from 'keyv';
import { expect, test } from 'vitest';
import { ArtifactStore, callTool, createLog, noMemory, readConfig } from '../core/index.ts';
import { entity } from '../model/__fixtures__/entity.ts';
import type { Mapping } from '../model/index.ts';
import { reviewMapping } from './review-mapping.ts';

test('the reviewed mapping is a new artifact, the given one stays', async () => {
  const artifacts = new ArtifactStore(new Keyv());
  const schema = await artifacts.put(
    'schema',
    entity('a', 'thing', [
      { path: 'x', type: 'string' },
      { path: 'y', type: 'string' },
    ]),
  );
  const side = { system: 'a', entity: 'thing', schema };
  const row = (path: string, confidence: number): Mapping['rows'][number] => ({
    target: path,
    sources: [path],
    transform: { kind: 'identity' },
    confidence,
    evidence: [],
    alternatives: [],
    status: 'proposed',
    sample: null,
  });
  const mapping: Mapping = {
    source: side,
    target: side,
    rows: [row('x', 0.9), row('y', 0.4)],
    matchKeys: [],
    unmappedRequired: [],
    unmappedTargets: [],
    unusedSources: [],
    incompatibilities: [],
  };
  const given = await artifacts.put('mapping', mapping);
  const context = {
    artifacts,
    config: readConfig({}),
    log: createLog(false),
    memory: noMemory,
    signal: new AbortController().signal,
    cwd: null,
    progress: () => {},
  };
  const result = await callTool(reviewMapping, { mapping: given, threshold: 0.9 }, context);
  if (!result.ok) throw result.error;
  const { mapping: made, ...counts } = result.output;
  expect(counts).toStrictEqual({ rows: 2, approved: 1, open: ['y'], rejected: 0 });
  expect(made).not.toBe(given);
  expect(await artifacts.get('mapping', given)).toStrictEqual(mapping);
  expect(await artifacts.get('mapping', made)).toStrictEqual({
    ...mapping,
    rows: [{ ...row('x', 0.9), status: 'approved' }, row('y', 0.4)],
  });
});
