import { afterAll, expect, test } from 'vitest';
import { closeSandbox } from '../../sandbox/index.ts';
import { testContext } from '../core/__fixtures__/test-context.ts';
import type { Entity } from '../model/index.ts';
import { runTests } from '../run-tests/index.ts';
import { handMapping } from './__fixtures__/hand-mapping.ts';
import { runProgram } from './__fixtures__/run.ts';
import { smallEntity } from './__fixtures__/small-entity.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generate } from './index.ts';

afterAll(closeSandbox);

const fields = ['name', 'mail'].map((path) => ({ path, type: 'string' as const }));
const tenant = {
  name: 'X-Tenant',
  in: 'header',
  required: true,
  description: 'Which tenant',
  type: 'string',
};
const optional = { ...tenant, name: 'X-Trace', required: false };

/** Both sides need parts of paths and headers that only the account's owner knows. */
function sides(): [Entity, Entity] {
  const source = smallEntity('alpha', fields, {
    operations: {
      list: { method: 'GET', path: '/orgs/{org}/things', answers: 'records', responseAt: 'items' },
      get: { method: 'GET', path: '/orgs/{org}/things/{thing}', answers: 'record' },
    },
  });
  const target = smallEntity('beta', fields, {
    operations: {
      search: {
        method: 'GET',
        path: '/v1/{realmId}/query',
        query: { mail: '{value}' },
        answers: 'records',
        responseAt: 'found',
        parameters: [tenant, optional],
      },
      create: {
        method: 'POST',
        path: '/v1/{realmId}/thing',
        answers: 'record',
        body: { links: [] },
        parameters: [tenant],
      },
      update: { method: 'PUT', path: '/v1/{realmId}/thing/{id}', answers: 'record', parameters: [tenant] },
    },
  });
  const realm = { name: 'realmId', env: 'BETA_REALM_ID', description: 'Id of the company', secret: false };
  return [source, { ...target, api: { ...target.api, variables: [realm] } }];
}

async function connectorOf([source, target]: readonly [Entity, Entity]) {
  const rows = [
    ['name', 'name'],
    ['mail', 'mail'],
  ] as const;
  return generate(handMapping(source, target, rows, [{ source: 'mail', target: 'mail', confidence: 1 }]));
}

test('what an account settles in paths and headers is a setting of the connector', async () => {
  const { connector, warnings } = await connectorOf(sides());
  expect(warnings).toStrictEqual([
    '{org} in the paths of Alpha is one value for the whole connector: ALPHA_ORG',
    'The header X-Tenant of Beta is one value for the whole connector: BETA_X_TENANT',
  ]);
  const text = (path: string) => connector.files.find((file) => file.path === path)?.content ?? '';
  expect(text('.env.example')).toContain('# Stands for {org} in GET /orgs/{org}/things\nALPHA_ORG=\n');
  expect(text('.env.example')).toContain('# Id of the company\nBETA_REALM_ID=\n');
  expect(text('.env.example')).toContain('# Which tenant\nBETA_X_TENANT=\n');
  expect(text('src/alpha.ts')).toMatch(
    /path: `\/orgs\/\$\{encodeURIComponent\(this\.#config\.org\)\}\/things\/\$\{encodeURIComponent\(id\)\}`/,
  );
  const client = text('src/beta.ts');
  expect(client.match(/'X-Tenant': this\.#config\.xTenant/g)).toHaveLength(3);
  expect(client).not.toContain('X-Trace');
  expect(client).toContain('{ links: [], ...record }');

  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toStrictEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  const context = testContext();
  const input = { connector: await context.artifacts.put('connector', connector), strength: false };
  const { output } = await runTests.run(input, context);
  expect(output).toMatchObject({ verdict: 'ok', failed: 0, skipped: 0, failures: [] });
});

test('a setting never takes the value of a secret of the same name', async () => {
  const [source, target] = sides();
  const list = source.operations.list;
  if (list === undefined) throw new Error('no list');
  const secret = { env: 'ALPHA_ORG', description: 'A secret', secret: true };
  const api = { ...source.api, auth: { kind: 'bearer' as const, credentials: [secret] } };
  const { connector } = await connectorOf([{ ...source, api }, target]);
  const client = connector.files.find(({ path }) => path === 'src/alpha.ts')?.content;
  expect(client).toContain('bearer(config.org)');
  expect(client).toMatch(/`\/orgs\/\$\{encodeURIComponent\(this\.#config\.callOrg\)\}\/things`/);
});

test('names that would be no names of settings or headers do no harm', async () => {
  const [source, target] = sides();
  const { list, get } = source.operations;
  if (list === undefined || get === undefined) throw new Error('no calls');
  const hostile = `/x/{base url}/{\`\${process.exit()}\`}/{'}/things`;
  const header = { ...tenant, in: 'header' as const, type: 'string' as const };
  const parameters = [
    { ...header, name: 'X-Bad\r\nX-Other: 1' },
    { ...header, name: "X-It's", description: 'Two\nlines=1' },
  ];
  const { connector } = await connectorOf([
    { ...source, operations: { list: { ...list, path: hostile, parameters } } },
    target,
  ]);
  const example = connector.files.find(({ path }) => path === '.env.example')?.content ?? '';
  expect([...example.matchAll(/^([^#\n][^=\n]*)=/gm)].map(([, name]) => name)).toStrictEqual([
    'ALPHA_CALL_BASE_URL',
    'ALPHA_PROCESS_EXIT',
    'ALPHA_VALUE',
    'ALPHA_X_IT_S',
    'BETA_REALM_ID',
    'BETA_X_TENANT',
  ]);
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toStrictEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('a path that names no record is not used to read or change one', async () => {
  const [source, target] = sides();
  const { get, update } = { ...source.operations, ...target.operations };
  if (get === undefined || update === undefined) throw new Error('no calls');
  const { warnings } = await connectorOf([
    { ...source, operations: { ...source.operations, get: { ...get, path: '/thing' } } },
    { ...target, operations: { ...target.operations, update: { ...update, path: '/v1/{realmId}/thing' } } },
  ]);
  expect(warnings).toContain('get is not used: its path /thing names no record');
  expect(warnings).toContain('update is not used: its path /v1/{realmId}/thing names no record');
  expect(warnings).toContain(
    'Beta things are created and never changed: the description has no usable update call, so a record that changes at the source goes to the dead letters',
  );
});
