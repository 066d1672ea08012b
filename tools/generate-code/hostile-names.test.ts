import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { closeSandbox } from '../../sandbox/index.ts';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { formatPath } from '../model/index.ts';
import { runTests } from '../run-tests/index.ts';
import { type HandRow, handMapping } from './__fixtures__/hand-mapping.ts';
import { runProgram } from './__fixtures__/run.ts';
import { smallEntity } from './__fixtures__/small-entity.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generate } from './index.ts';

const pwn = '*/ globalThis.pwned = 1; /* `); globalThis.pwned = 1; (`';
const names = [
  "a'b",
  'a"b',
  '*/',
  '`',
  '$' + '{globalThis.pwned = 1}',
  'line\nbreak',
  'line\u2028break',
  '\u0000',
  'back\\slash',
  'ünï çødé',
  'class',
  '1st',
  'dotted.name',
  '</script>',
  pwn,
];
const unsafe = ['__proto__', 'constructor', 'toString'];
const path = (name: string) => formatPath([{ name, repeated: false }]);

test('names and texts from descriptions never become code', async () => {
  const fields = [...names, ...unsafe].map((name) => ({
    path: path(name),
    type: 'string' as const,
    label: pwn,
    description: pwn,
    examples: [pwn],
    at: pwn,
  }));
  const odd = {
    list: {
      id: pwn,
      at: `${pwn}\n${pwn}`,
      method: 'GET',
      path: '/things',
      query: { [pwn]: `${pwn}{fields}` },
      headers: { 'X-Odd': pwn },
      responseAt: path(pwn),
      answers: 'records',
      pagination: { kind: 'cursor', parameter: `cursor ${pwn}`, nextPath: path(`next ${pwn}`) },
    },
    create: {
      id: pwn,
      at: pwn,
      method: 'POST',
      path: '/things/`$x',
      requestAt: path("a'b"),
      responseAt: path(pwn),
      answers: 'record',
    },
  };
  const api = {
    baseUrl: 'https://api.example.com',
    requestIdHeader: 'X-Id',
    auth: { kind: 'api-key', header: 'X-Key', credentials: [{ env: 'THE_KEY', description: pwn }] },
    errors: { message: pwn, code: pwn },
  };
  const source = smallEntity(`alpha ${pwn}`, fields, { operations: odd, api, name: pwn });
  const target = smallEntity(`beta ${pwn}`, fields, { operations: odd, api, name: pwn });
  const rows: HandRow[] = [...names, ...unsafe].map((name) => [path(name), path(name)]);
  const { connector, warnings } = await generate(handMapping(source, target, rows));

  expect(warnings.filter((warning) => warning.includes('cannot be a field name'))).toHaveLength(
    unsafe.length,
  );
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toStrictEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });

  const { transform } = (await import(pathToFileURL(join(folder, 'src/transform.ts')).href)) as {
    transform: (source: object) => object;
  };
  const record = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
  expect(transform({ id: '1', ...record })).toStrictEqual(record);
  await import(pathToFileURL(join(folder, 'src/connection.ts')).href);
  expect(globalThis).not.toHaveProperty('pwned');

  const context = testContext();
  const report = await runTests.run(
    { connector: await context.artifacts.put('connector', connector), strength: false },
    context,
  );
  expect(report.output).toMatchObject({ verdict: 'ok', failed: 0, skipped: 0, failures: [] });
  await closeSandbox();
});
