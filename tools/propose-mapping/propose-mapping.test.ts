import { Keyv } from 'keyv';
import { expect, test } from 'vitest';
import { ArtifactStore, callTool, createLog, noMemory, readConfig } from '../core/index.ts';
import { entity } from '../model/__fixtures__/entity.ts';
import { proposeMapping } from './propose-mapping.ts';

function context() {
  return {
    artifacts: new ArtifactStore(new Keyv()),
    config: readConfig({}),
    log: createLog(false),
    memory: noMemory,
    signal: new AbortController().signal,
    cwd: null,
    progress: () => {},
  };
}

test('answers a summary and keeps the mapping as an artifact', async () => {
  const tools = context();
  const source = await tools.artifacts.put(
    'schema',
    entity('crm', 'contact', [{ path: 'mail', type: 'string' }]),
  );
  const target = await tools.artifacts.put(
    'schema',
    entity('erp', 'contact', [
      { path: 'email', type: 'string' },
      { path: 'taxCode', type: 'string', required: true },
    ]),
  );
  const result = await callTool(proposeMapping, { source, target }, tools);
  if (!result.ok) throw result.error;
  const { mapping, fit, unmappedRequired, ...counts } = result.output;
  expect(fit).toBeGreaterThan(0);
  expect(unmappedRequired.map(({ target: path, why }) => [path, why])).toStrictEqual([
    ['taxCode', 'Required when a record is created; no source field fits it well enough'],
  ]);
  expect(counts).toStrictEqual({
    rows: 1,
    open: 1,
    matchKeys: [],
    unmappedTargets: 1,
    incompatibilities: 0,
    modelTokens: 0,
    warnings: [],
  });
  expect(result.text).toContain('Required without a source: taxCode.');
  const stored = await tools.artifacts.get('mapping', mapping);
  expect(stored.source).toStrictEqual({ system: 'crm', entity: 'contact', schema: source });
  expect(stored.rows.map((row) => [row.target, row.sources])).toStrictEqual([['email', ['mail']]]);
  const again = await callTool(proposeMapping, { source, target }, tools);
  expect(again.ok && again.output.mapping).toBe(mapping);
});

test('a wrong id is refused by name', async () => {
  const result = await callTool(proposeMapping, { source: 'mapping_x', target: 'schema_y' }, context());
  expect(result).toMatchObject({ ok: false, error: { code: 'wrong_artifact' } });
});
