import { afterAll, expect, test } from 'vitest';
import { closeSandbox } from '../../sandbox/index.ts';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { callTool } from '../core/index.ts';
import { pairInput, pairNames } from '../generate-code/__fixtures__/pairs.ts';
import { generateConnector } from '../generate-code/index.ts';
import { runTests } from './index.ts';

afterAll(closeSandbox);

async function report(files: Readonly<Record<string, string>>) {
  const context = testContext();
  const id = await context.artifacts.put('connector', {
    name: 'alpha-thing-to-beta-thing',
    mapping: `mapping_${'0'.repeat(24)}`,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
  });
  const result = await callTool(runTests, { connector: id }, context);
  if (!result.ok) throw result.error;
  return {
    id,
    text: result.text,
    output: result.output,
    report: await context.artifacts.get('report', result.output.report),
  };
}

test.each(pairNames)('the tests of %s all pass in the sandbox, twice with the same report', async (name) => {
  const context = testContext();
  const connector = await context.artifacts.put('connector', await generateConnector(await pairInput(name)));
  const first = await callTool(runTests, { connector }, context);
  const second = await callTool(runTests, { connector }, context);
  if (!first.ok || !second.ok) throw new Error('the tool failed');
  expect(first.output).toStrictEqual({
    report: expect.stringMatching(/^report_/),
    verdict: 'ok',
    passed: expect.any(Number),
    failed: 0,
    skipped: 0,
    mutationScore: null,
    survivors: [],
    failures: [],
  });
  expect(first.output.passed).toBeGreaterThan(50);
  expect(second.output).toStrictEqual(first.output);
});

test('failures are told with their place, and the report has everything', async () => {
  const {
    id,
    text,
    output,
    report: whole,
  } = await report({
    'src/add.ts': 'export const add = (a: number, b: number) => a - b;\n',
    'test/add.test.ts': [
      "import { expect, test } from 'vitest';",
      "import { add } from '../src/add.ts';",
      "test('adds', () => { expect(add(1, 2)).toBe(3); });",
      "test('nothing', () => { expect(add(0, 0)).toBe(0); });",
      "test.skip('later', () => { expect(1).toBe(2); });",
    ].join('\n'),
  });
  expect(output).toMatchObject({
    verdict: 'ok',
    passed: 1,
    failed: 1,
    skipped: 1,
    failures: [
      {
        file: 'test/add.test.ts',
        name: 'adds',
        message: expect.stringContaining('3'),
        at: expect.stringContaining('test/add.test.ts:3'),
      },
    ],
  });
  expect(text).toContain('test/add.test.ts > adds');
  expect(whole).toMatchObject({
    connector: id,
    verdict: 'ok',
    mutationScore: null,
    strength: null,
    tests: [{ ms: 0 }, { ms: 0 }, { ms: 0 }],
  });
});

test('a bomb and an empty folder are verdicts, not errors', async () => {
  const bomb = await report({
    'test/bomb.test.ts':
      "import { test } from 'vitest';\ntest('x', () => { for (const a: unknown[] = []; ; ) a.push(new Array(1e5).fill(1.5)); });\n",
  });
  expect(bomb.output.verdict).toBe('memory');
  expect((await report({ 'src/a.ts': 'export {};\n' })).output).toMatchObject({
    verdict: 'error',
    passed: 0,
  });
});

test('the tests of the main job notice faults of the mapping, and which of the code they miss is named', async () => {
  const context = testContext({ env: { CAUSEWAY_MUTANTS: '12' } });
  const made = await generateConnector(await pairInput('hubspot-contact-to-netsuite-contact'));
  const connector = await context.artifacts.put('connector', made);
  const result = await callTool(runTests, { connector, strength: true }, context);
  if (!result.ok) throw result.error;
  const { report: id, mutationScore, survivors } = result.output;
  const { strength } = await context.artifacts.get('report', id);
  expect(strength).toMatchObject({ mapping: { tried: 22, killed: 22 }, code: { tried: 12 } });
  const killed = 22 + (strength?.code.killed ?? 0);
  expect(mutationScore).toBe(killed / 34);
  expect(survivors).toHaveLength(34 - killed);
  expect(result.text).toContain('22 of 22 in the mapping');
});
