import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeSandbox } from '../../sandbox/index.ts';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { runTests } from '../run-tests/index.ts';
import { handMapping } from './__fixtures__/hand-mapping.ts';
import { runProgram } from './__fixtures__/run.ts';
import { smallEntity } from './__fixtures__/small-entity.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generate } from './index.ts';

afterAll(closeSandbox);

const list = { method: 'GET', path: '/things', answers: 'records', responseAt: 'items' };
const cursor = { kind: 'cursor', parameter: 'after', nextPath: 'meta.next' };
const lists: Readonly<Record<string, object>> = {
  'one page': { ...list, pagination: null },
  'cursor in the body': {
    ...list,
    method: 'POST',
    path: '/things/query',
    body: { select: '{fields}', size: 50 },
    pagination: { ...cursor, in: 'body', hasMorePath: 'meta.more' },
  },
  'cursor without a body': { ...list, method: 'POST', pagination: { ...cursor, in: 'body' } },
  'last id': {
    ...list,
    pagination: {
      kind: 'last-id',
      parameter: 'after',
      hasMorePath: 'more',
      limitParameter: 'limit',
      maxLimit: 10,
    },
  },
  'next link': { ...list, pagination: { kind: 'next-link', nextPath: 'next' } },
  'link in a list of links': { ...list, pagination: { kind: 'next-link', nextPath: 'links[rel=next].href' } },
  'Link header': { ...list, responseAt: '', pagination: { kind: 'link-header' } },
  offset: {
    ...list,
    pagination: { kind: 'offset', parameter: 'offset', limitParameter: 'limit', maxLimit: 2 },
  },
  'offset with a mark': { ...list, pagination: { kind: 'offset', parameter: 'offset', hasMorePath: 'more' } },
  'page from 0': { ...list, pagination: { kind: 'page', parameter: 'page', firstPage: 0 } },
  references: { ...list, answers: 'references', pagination: { kind: 'page', parameter: 'page' } },
};

async function connectorOf(operation: object) {
  const fields = ['name', 'mail', 'note'].map((path) => ({ path, type: 'string' as const }));
  const get = { method: 'GET', path: '/things/{id}', answers: 'record', responseAt: 'thing' };
  const search = {
    method: 'GET',
    path: '/things',
    query: { q: 'mail={value}' },
    quoting: 'single',
    answers: 'records',
    responseAt: 'found',
  };
  const source = smallEntity('alpha', fields, { operations: { list: { ...operation }, get } });
  const target = smallEntity('beta', fields, { operations: { search } });
  const rows = [
    ['name', 'name'],
    ['mail', 'mail'],
    ['note', 'note', { kind: 'expression', note: 'shorten it' }],
  ] as const;
  const input = handMapping(source, target, rows, [{ source: 'mail', target: 'mail', confidence: 1 }]);
  const { connector, warnings } = await generate(input);
  expect(warnings).toStrictEqual(['note must be written in src/overrides.ts before the first run']);
  return connector;
}

test('all compile', async () => {
  const connectors = await Promise.all(Object.values(lists).map(connectorOf));
  // One program for all: most of the time of a compiler goes into the types of the libraries.
  const files = connectors.flatMap((connector, at) =>
    connector.files.flatMap(({ path, content }) =>
      path.endsWith('.ts')
        ? [{ path: `kind-${at}/${path}`, content }]
        : at === 0 && /^(?:tsconfig|package)\.json$/.test(path)
          ? [{ path, content }]
          : [],
    ),
  );
  const folder = await writeConnector({ files });
  const include = ['--noEmit', '-p', 'all.json'];
  await writeFile(
    join(folder, 'all.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['kind-*/**/*.ts'] }),
  );
  expect(await runProgram('tsc', include, { cwd: folder })).toStrictEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  const { stdout } = await runProgram('tsc', ['--listFilesOnly', ...include], { cwd: folder });
  expect(new Set(stdout.match(/kind-\d+(?=\/src\/sync\.ts)/g)).size).toBe(connectors.length);
});

test.each(Object.entries(lists))('%s: its own tests pass', async (_, operation) => {
  const connector = await connectorOf(operation);
  const context = testContext();
  const { output } = await runTests.run(
    { connector: await context.artifacts.put('connector', connector), strength: false },
    context,
  );
  expect(output).toMatchObject({ verdict: 'ok', failed: 0, skipped: 0, failures: [] });
});
