import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { parseText } from './parse-text.ts';
import { recordsIn, recordsOfPage } from './records-in.ts';

test('reads JSON, JSON lines and YAML', () => {
  expect(parseText('{"a": 1}')).toStrictEqual({ value: { a: 1 }, syntax: 'json', warnings: [] });
  expect(parseText('{"a": 1}\n\n{"a": 2}\n')).toStrictEqual({
    value: [{ a: 1 }, { a: 2 }],
    syntax: 'ndjson',
    warnings: [],
  });
  expect(parseText('200: no\nat: 2026-11-01\nbase: &b {x: 1}\nmore: {<<: *b, y: 2}')).toStrictEqual({
    // No dates, no YAML 1.1 booleans, merge keys applied.
    value: { 200: 'no', at: '2026-11-01', base: { x: 1 }, more: { x: 1, y: 2 } },
    syntax: 'yaml',
    warnings: [],
  });
});

test('a key written twice is a warning, the last value counts', () => {
  expect(parseText('{"a": {"b": 1, "b": "a"}, "c": [{"b": 1}, {"b": 2}]}')).toMatchObject({
    value: { a: { b: 'a' } },
    warnings: [{ code: 'duplicate_keys', message: expect.stringContaining('"b"') }],
  });
  expect(parseText('a: 1\na: 2')).toMatchObject({ value: { a: 2 }, warnings: [{ code: 'duplicate_keys' }] });
});

test('a key named __proto__ is left out, in JSON and in YAML', () => {
  for (const text of [
    '{"a": {"__proto__": {"polluted": true}, "b": 1}}',
    'a: {__proto__: {polluted: true}, b: 1}',
  ]) {
    const { value, warnings } = parseText(text);
    expect(JSON.stringify(value)).toBe('{"a":{"b":1}}');
    expect(warnings).toMatchObject([{ code: 'unsafe_keys' }]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  }
});

const bomb = Array.from('abcdefghij', (name, index, all: string[] = [...'abcdefghij']) => {
  const before = all[index - 1];
  return `${name}: &${name} [${Array(9)
    .fill(before === undefined ? 'x' : `*${before}`)
    .join(', ')}]`;
}).join('\n');

test.each([
  ['a YAML bomb', bomb, 'too_many_values'],
  ['a YAML circle', 'a: &a [*a]', 'too_deep'],
  ['deep JSON', `${'['.repeat(3_000)}${']'.repeat(3_000)}`, 'too_deep'],
  ['very deep JSON', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'too_deep'],
  ['deep YAML', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'not_a_spec'],
  ['broken JSON', '{"a": ', 'not_a_spec'],
  ['broken YAML', 'a: [1, 2\nb: {', 'not_a_spec'],
  ['a text', 'just some words', 'not_a_spec'],
  ['CSV', 'id;name\n1;Mia\n', 'not_a_spec'],
])('%s is refused', (_, text, code) => {
  expect(() => parseText(text)).toThrow(expect.objectContaining({ code }));
});

test('unpacks gzip, strips marks, and names what is no text', () => {
  expect(decode(gzipSync(Buffer.from('\ufeff{"a": 1}')))).toBe('{"a": 1}');
  expect(decode(Buffer.from('\ufeff{"é": 1}', 'utf16le'))).toBe('{"é": 1}');
  const refused = (bytes: Uint8Array) => expect(() => decode(bytes));
  refused(gzipSync(Buffer.alloc(51 * 1024 * 1024))).toThrow(expect.objectContaining({ code: 'too_large' }));
  refused(gzipSync(Buffer.from('{}')).subarray(0, 15)).toThrow(/damaged gzip/);
  refused(Buffer.from('PK\x03\x04')).toThrow(/ZIP/);
  refused(Buffer.from('%PDF-1.7')).toThrow(/PDF/);
  refused(Buffer.from('a\0b')).toThrow(/binary/);
  refused(Buffer.from(' \n')).toThrow(/empty/);
  refused(new Uint8Array()).toThrow(/empty/);
});

test('finds records in a list or an answer that wraps one', () => {
  expect(recordsIn([{ a: 1 }, null, { a: 2 }])).toStrictEqual([{ a: 1 }, { a: 2 }]);
  expect(recordsIn({ results: [{ a: 1 }], paging: {} })).toStrictEqual([{ a: 1 }]);
  for (const value of [[], [1, 2], { results: [1] }, { a: 1 }, 'x']) expect(recordsIn(value)).toBeUndefined();
});

test('several JSON values: a bad line is left out and named, most of them bad is no such text', () => {
  const { value, syntax, warnings } = parseText('{"a":1}\n{oops\n\n{"a":2}\n');
  expect([value, syntax, warnings]).toStrictEqual([
    [{ a: 1 }, { a: 2 }],
    'ndjson',
    [{ code: 'bad_lines', message: 'Of 3 lines, line 2 is not JSON; the others were used', at: '' }],
  ]);
  expect(parseText('{"a":1}{"a":2}').value).toStrictEqual([{ a: 1 }, { a: 2 }]);
  expect(() => parseText('{"a":1}\n{oops\n{bad\n')).toThrow(expect.objectContaining({ code: 'not_a_spec' }));
});

test('a page of an answer gives its records, a record with a list does not', () => {
  expect(recordsOfPage({ results: [{ a: 1 }], paging: { next: null }, total: 1 })).toStrictEqual([{ a: 1 }]);
  expect(recordsOfPage({ number: 'SO-1', items: [{ a: 1 }] })).toBeUndefined();
});
