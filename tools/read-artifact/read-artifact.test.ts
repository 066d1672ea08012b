import { expect, test } from 'vitest';
import { testContext } from '../core/__fixtures__/test-context.ts';
import { callTool } from '../core/index.ts';
import type { Connector } from '../model/index.ts';
import { readArtifact } from './index.ts';

const connector: Connector = {
  name: 'a-to-b',
  mapping: 'mapping_x',
  files: Array.from({ length: 120 }, (_, index) => ({
    path: `src/f${index}.ts`,
    content: `${index}`.repeat(index),
  })),
};

async function read(input: Record<string, unknown>) {
  const context = testContext();
  const id = await context.artifacts.put('connector', connector);
  const result = await callTool(readArtifact, { id, ...input }, context);
  if (!result.ok) throw result.error;
  const { id: _, ...output } = result.output;
  return output;
}

test('a list comes in pages of fifty', async () => {
  const whole = { kind: 'connector', path: '/files', type: 'array', total: 120 };
  const first = await read({ path: '/files' });
  expect(first).toStrictEqual({ ...whole, value: connector.files.slice(0, 50), next: 50 });
  const last = await read({ path: '/files', offset: 100, limit: 200 });
  expect(last).toStrictEqual({ ...whole, value: connector.files.slice(100), next: null });
  const beyond = await read({ path: '/files', offset: 500 });
  expect(beyond).toStrictEqual({ ...whole, value: [], next: null });
});

test('a value is found by pointer and by dot path', async () => {
  const expected = { kind: 'connector', type: 'string', value: 'src/f7.ts', total: 9, next: null };
  expect(await read({ path: '/files/7/path' })).toStrictEqual({ ...expected, path: '/files/7/path' });
  expect(await read({ path: 'files.7.path' })).toStrictEqual({ ...expected, path: 'files.7.path' });
  expect(await read({})).toMatchObject({ path: '', type: 'object', total: 3, next: null });
});

test('a long text is cut, and goes on from an offset', async () => {
  const context = testContext();
  const content = 'abcdefghij'.repeat(900);
  const id = await context.artifacts.put('connector', { ...connector, files: [{ path: 'a', content }] });
  const read = (offset: number) => callTool(readArtifact, { id, path: '/files/0/content', offset }, context);
  expect(await read(0)).toMatchObject({
    ok: true,
    output: { value: content.slice(0, 4_000), total: 9_000, next: 4_000 },
  });
  expect(await read(8_000)).toMatchObject({ ok: true, output: { value: content.slice(8_000), next: null } });
  const whole = await callTool(readArtifact, { id, path: '/files' }, context);
  expect(whole).toMatchObject({
    output: { value: [{ path: 'a', content: `${content.slice(0, 1_000)}… (9000 characters)` }] },
  });
});

test('a page stays small whatever is in it', async () => {
  const context = testContext();
  const files = Array.from({ length: 200 }, (_, index) => ({ path: `f${index}`, content: 'x'.repeat(900) }));
  const id = await context.artifacts.put('connector', { ...connector, files });
  const result = await callTool(readArtifact, { id, path: '/files', limit: 200 }, context);
  expect(result.ok && result.text.length).toBeLessThan(60_000);
});

test.each([
  ['/file', 'There are files, mapping, name', 'Did you mean files? '],
  ['/files/200', 'It is a list of 120; give an index from 0', ''],
  ['/files/first', 'It is a list of 120; give an index from 0', ''],
  ['/name/x', 'The path ends there; leave out the last step', ''],
  ['__proto__.x', 'There are files, mapping, name', ''],
  ['constructor', 'There are files, mapping, name', ''],
])('%s is an unknown path', async (path, hint, guess) => {
  await expect(read({ path })).rejects.toMatchObject({ code: 'unknown_path', hint: guess + hint });
});

test('an unknown id and a bad argument are refused', async () => {
  await expect(read({ id: 'spec_nothing' })).rejects.toMatchObject({ code: 'unknown_artifact' });
  await expect(read({ limit: 201 })).rejects.toMatchObject({ code: 'bad_argument' });
});
