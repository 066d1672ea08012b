import { once } from 'node:events';
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import { profileRecords } from './profile-records.ts';
import { readRecords } from './read-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-records-'));
const { signal } = new AbortController();

async function read(name: string, content: string | Uint8Array) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { format, records } = await readRecords(file, signal);
  const all: JsonObject[] = [];
  for await (const record of records) all.push(record);
  return { format, records: all };
}

const two = [{ id: 1, mail: 'a@example.com' }, { id: 2 }];

test.each([
  ['list.json', JSON.stringify(two)],
  ['answer.json', JSON.stringify({ total: 2, results: two, paging: { next: null } }, null, 2)],
  ['lines.jsonl', two.map((record) => JSON.stringify(record)).join('\n\n')],
  ['packed.json.gz', gzipSync(JSON.stringify(two))],
  ['marked.json', `\ufeff${JSON.stringify(two)}`],
])('%s', async (name, content) => {
  expect(await read(name, content)).toStrictEqual({ format: 'json-samples', records: two });
});

test('a lone object is one record', async () => {
  expect(await read('one.json', '{"id": 1, "lines": [{"sku": "a"}]}')).toStrictEqual({
    format: 'json-samples',
    records: [{ id: 1, lines: [{ sku: 'a' }] }],
  });
});

test.each([
  ['comma.csv', 'id,name\n1,"Mia, M."\n2,\n'],
  ['semicolon.csv', 'id;name\n1;Mia, M.\n2;\n'],
  ['tab.tsv', 'id\tname\r\n1\tMia, M.\r\n2\t\r\n'],
])('%s', async (name, content) => {
  expect(await read(name, content)).toStrictEqual({
    format: 'csv',
    records: [
      { id: '1', name: 'Mia, M.' },
      { id: '2', name: null },
    ],
  });
});

test.each([
  ['empty.json', '', /it is empty/],
  ['prose.txt', 'just words', /neither JSON, JSON lines nor CSV/],
  ['cut.json', '[{"id": 1}, {"id":', /ends too early/],
  ['broken.json', '[{"id": 1}, {id: 2}]', /broken JSON/],
  ['line.jsonl', '{"id": 1}\n{"id": 2}\n{oops}\n', /line 3 is not JSON/],
  ['cut.json.gz', gzipSync(JSON.stringify(two)).subarray(0, 20), /damaged gzip/],
])('%s is refused', async (name, content, message) => {
  await expect(read(name, content)).rejects.toMatchObject({
    code: 'bad_samples',
    message: expect.stringMatching(message),
  });
});

test.each(['jsonl', 'json'])(
  'many records as %s take no more memory than few',
  async (kind) => {
    const file = join(folder, `many.${kind}`);
    const out = createWriteStream(file);
    const count = 150_000;
    if (kind === 'json') out.write('{"meta": {}, "data": [');
    for (let index = 0; index < count; index += 1) {
      const line = JSON.stringify({ id: index, mail: `user${index}@example.com`, note: 'x'.repeat(200) });
      const more = kind === 'json' ? `${index === 0 ? '' : ','}${line}` : `${line}\n`;
      if (!out.write(more)) await once(out, 'drain');
    }
    out.end(kind === 'json' ? ']}' : '');
    await once(out, 'close');
    const { records } = await readRecords(file, signal);
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    const profile = await profileRecords(records, signal, () => {
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    });
    expect(profile.seen).toBe(count);
    expect([...profile.properties.keys()]).toStrictEqual(['id', 'mail', 'note']);
    // The file has 40 MB; what is not collected yet is some of it.
    expect(most).toBeLessThan(120 * 1024 * 1024);
  },
  60_000,
);
