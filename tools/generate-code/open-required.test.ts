import { afterAll, expect, test } from 'vitest';
import { closeSandbox } from '../../sandbox/index.ts';
import { testContext } from '../core/__fixtures__/test-context.ts';
import type { Connector } from '../model/index.ts';
import { runTests } from '../run-tests/index.ts';
import { pairInput } from './__fixtures__/pairs.ts';
import { runProgram } from './__fixtures__/run.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generateConnector } from './index.ts';

afterAll(closeSandbox);

/** A connector to Salesforce contacts, which cannot be created without a last name, from a mapping without one. */
async function withoutLastName(): Promise<Connector> {
  const input = await pairInput('shopify-customer-to-salesforce-contact');
  const rows = input.mapping.rows.filter((row) => row.target !== 'LastName');
  return generateConnector({ ...input, mapping: { ...input.mapping, rows } });
}

async function report(connector: Connector) {
  const context = testContext();
  const id = await context.artifacts.put('connector', connector);
  const { output } = await runTests.run({ connector: id, strength: false }, context);
  const { tests } = await context.artifacts.get('report', output.report);
  return { output, names: tests.filter(({ status }) => status === 'passed').map(({ name }) => name) };
}

const stated = 'reading > every record goes to the dead letters: nothing fills LastName';

test('an open required field is said loudly, enforced, and stated by the tests', async () => {
  const connector = await withoutLastName();
  const text = (path: string) => connector.files.find((file) => file.path === path)?.content;
  expect(text('README.md')).toContain('> **Cannot create records yet: `LastName`.**');
  expect(text('RUNBOOK.md')).toContain('"is required and not mapped"');
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
  const { output, names } = await report(connector);
  expect(output).toMatchObject({ verdict: 'ok', failed: 0, failures: [] });
  expect(output.skipped).toBeGreaterThan(10);
  expect(names).toContain(stated);
});

test('filled in overrides.ts, every test runs', async () => {
  const connector = await withoutLastName();
  const files = connector.files.map((file) =>
    file.path === 'src/overrides.ts'
      ? {
          ...file,
          content: file.content.replace('return target;', "return { ...target, LastName: 'Unknown' };"),
        }
      : file,
  );
  const { output, names } = await report({ ...connector, files });
  expect(output).toMatchObject({ verdict: 'ok', failed: 0, skipped: 0, failures: [] });
  expect(names).not.toContain(stated);
});
