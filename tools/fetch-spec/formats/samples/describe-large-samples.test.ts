import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { describeLargeSamples } from './describe-large-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-large-'));
const describe = (name: string, content: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return describeLargeSamples(file, null, testContext());
};
const lines = Array.from({ length: 30_000 }, (_, id) =>
  JSON.stringify({ id, mail: `user${id}@example.com` }),
);
const calls = Array.from({ length: 30_000 }, (_, id) =>
  JSON.stringify({ method: 'GET', path: `/orders/${id}`, status: 200, response: { id } }),
);

test.each([
  ['lines.jsonl', lines.join('\n')],
  ['list.json', `[${lines.join(',\n')}]`],
  ['lines-named-json.json', lines.join('\n')],
  ['packed.jsonl.gz', gzipSync(lines.join('\n'), { level: 1 })],
  ['table.csv', `id,mail\n${lines.map((_, id) => `${id},user.number.${id}@example.com`).join('\n')}`],
])('a large file of records is read one at a time: %s', async (name, content) => {
  expect(await describe(name, content)).toMatchObject({
    entities: [{ fieldCount: 2 }],
    warnings: [{ code: 'samples_only', message: expect.stringContaining('30000 sample records') }],
  });
});

test.each([
  ['small.jsonl', lines.slice(0, 10).join('\n')],
  ['calls.jsonl', calls.join('\n')],
  ['description.json', `{"openapi":"3.0.0","x":"${'y'.repeat(2_000_000)}"}`],
  ['page.md', `# ${'y'.repeat(2_000_000)}`],
])('what is small, a recording, or may be a description is left to its loader: %s', async (name, content) => {
  expect(await describe(name, content)).toBeUndefined();
});
