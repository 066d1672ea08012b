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
  return { format, records: all, warnings: records.warnings.map(({ message }) => message) };
}

const two = [{ id: 1, mail: 'a@example.com' }, { id: 2 }];

test.each([
  ['list.json', JSON.stringify(two)],
  ['answer.json', JSON.stringify({ total: 2, results: two, paging: { next: null } }, null, 2)],
  ['lines.jsonl', two.map((record) => JSON.stringify(record)).join('\n\n')],
  ['packed.json.gz', gzipSync(JSON.stringify(two))],
  ['marked.json', `\ufeff${JSON.stringify(two)}`],
])('%s', async (name, content) => {
  expect(await read(name, content)).toStrictEqual({ format: 'json-samples', records: two, warnings: [] });
});

test('a lone object is one record', async () => {
  expect(await read('one.json', '{"id": 1, "lines": [{"sku": "a"}]}')).toStrictEqual({
    format: 'json-samples',
    records: [{ id: 1, lines: [{ sku: 'a' }] }],
    warnings: [],
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
    warnings: [],
  });
});

test.each([
  ['empty.json', '', /it is empty/],
  ['prose.txt', 'just words', /neither JSON, JSON lines nor CSV/],
  ['cut.json', '[{"id": 1}, {"id":', /ends too early/],
  ['broken.json', '[{"id": 1}, {id: 2}]', /broken JSON/],
  ['line.jsonl', '{"id": 1}\n{oops}\n{oops}\n', /lines 2, 3 are not JSON/],
  ['cut.json.gz', gzipSync(JSON.stringify(two)).subarray(0, 20), /damaged gzip/],
])('%s is refused', async (name, content, message) => {
  await expect(read(name, content)).rejects.toMatchObject({
    code: 'bad_samples',
    message: expect.stringMatching(message),
  });
});

const ids = [1, 2, 3].map((n) => `1b4e28ba-2fa1-41d2-883f-00000000000${n}`);

test.each<[string, JsonObject, JsonObject[]]>([
  ['a list under its own name', { gadgets: two }, two],
  ['beside what an answer says of itself', { total: 2, next_page: null, gadgets: two, links: {} }, two],
  ['HAL', { _links: {}, _embedded: { gadgets: two }, page: { size: 2 } }, two],
  ['JSON:API', { data: two, included: [{ id: 9 }], jsonapi: {} }, two],
  ['a list inside of a wrapper', { data: { items: two, next_cursor: 'x' } }, two],
  ['one wrapped record', { data: { id: 1, a: 2 }, meta: {} }, [{ id: 1, a: 2 }]],
  ['records by id', Object.fromEntries(ids.map((id) => [id, { id }])), ids.map((id) => ({ id }))],
  ['an order with its lines', { id: 1, items: [{ sku: 'a' }] }, [{ id: 1, items: [{ sku: 'a' }] }]],
  ['an order without an id', { no: 'A', lines: two }, [{ no: 'A', lines: two }]],
  ['two lists', { cats: two, dogs: two }, [{ cats: two, dogs: two }]],
])('%s', async (_, value, records) => {
  expect(await read('answer.json', JSON.stringify(value))).toMatchObject({ records });
});

test.each([
  ['a bad line', '{"id":1}\n{oops\n{"id":2}\n', ['Of 3 lines, line 2 is not JSON; the others were used']],
  [
    'a bad first line',
    '{oops\n{"id":1}\n{"id":2}\n',
    ['Of 3 lines, line 1 is not JSON; the others were used'],
  ],
])('%s is left out and named', async (_, text, warnings) => {
  expect(await read('lines.jsonl', text)).toMatchObject({ records: [{ id: 1 }, { id: 2 }], warnings });
});

test('columns of the same name are kept apart', async () => {
  expect(await read('twice.csv', 'id,name,name,name_2\n1,a,b,c\n')).toMatchObject({
    records: [{ id: '1', name: 'a', name_3: 'b', name_2: 'c' }],
    warnings: ['Column names stand twice in the header; the later ones are called "name_3"'],
  });
});

test.each([
  ['one column', 'mail\na@x.example\n', [{ mail: 'a@x.example' }]],
  ['a space before quotes', 'id, mail\n1, "a, b"\n', [{ id: '1', mail: 'a, b' }]],
  ['a cell left out', 'id,mail\n1\n2,b\n', [{ id: '1' }, { id: '2', mail: 'b' }]],
  ['a separator behind the header', 'id,mail,\n1,a\n', [{ id: '1', mail: 'a' }]],
  ['a line that names the separator', 'sep=;\nid;mail\n1;a\n', [{ id: '1', mail: 'a' }]],
  ['commas in the values', 'id;mail, work;n\n1;A, B;2\n', [{ id: '1', 'mail, work': 'A, B', n: '2' }]],
])('CSV with %s', async (_, text, records) => {
  expect(await read('small.csv', text)).toMatchObject({ format: 'csv', records });
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

test.each([
  ['one after the other', 'concatenated.json', '{"id":1,"n":"a"}{"id":2,"n":"b"}'],
  ['over several lines each', 'pretty.json', '{\n "id": 1,\n "n": "a"\n}\n{\n "id": 2,\n "n": "b"\n}\n'],
  ['by number', 'numbered.json', '{"u_1":{"id":1,"n":"a"},"u_2":{"id":2,"n":"b"},"u_3":{"id":3,"n":"c"}}'],
])('records %s', async (_, name, content) => {
  const { records, warnings } = await read(name, content);
  expect([records.slice(0, 2), warnings]).toStrictEqual([
    [
      { id: 1, n: 'a' },
      { id: 2, n: 'b' },
    ],
    [],
  ]);
});

test('numbered parts of different forms are a record', async () => {
  const content =
    '{"line_1":{"street":"a","city":"b"},"line_2":{"sku":"c","qty":1},"line_3":{"at":"d","by":"e"}}';
  expect((await read('parts.json', content)).records).toHaveLength(1);
});

test('a row of values is no header', async () => {
  const { records, warnings } = await read('bare.csv', '7,mia@example.com\n8,bo@example.com\n');
  expect([records, warnings]).toStrictEqual([
    [
      { column_1: '7', column_2: 'mia@example.com' },
      { column_1: '8', column_2: 'bo@example.com' },
    ],
    [expect.stringContaining('named by their position')],
  ]);
  const years = await read('years.csv', 'region,2022,2023\nnorth,5,6\nsouth,7,8\n');
  expect([years.records[0], years.warnings]).toStrictEqual([{ region: 'north', 2022: '5', 2023: '6' }, []]);
});
