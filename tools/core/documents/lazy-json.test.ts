import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexJson } from './json-index.ts';
import { lazyJson, lazySize, lazyText } from './lazy-json.ts';

const filler = 'x'.repeat(lazySize);
const bytes = (text: string) => Buffer.from(text);

test('a large document reads like its JSON, and nothing is parsed before it is read', () => {
  const text = `{"filler": "${filler}", "a\\"b": {"c": {"d": [1, {"é": null}]}}, "broken": {"in": {"side": {"x": tru }}}, "n": -1.5e3}`;
  const document = lazyJson(bytes(text));
  expect(Object.keys(document ?? {})).toStrictEqual(['filler', 'a"b', 'broken', 'n']);
  expect(document?.['a"b']).toStrictEqual({ c: { d: [1, { é: null }] } });
  expect(document?.['n']).toBe(-1500);
  const inside = Reflect.get(Object(document?.['broken']), 'in') as object;
  expect(() => Reflect.get(inside, 'side')).toThrow(
    expect.objectContaining({ code: 'not_a_spec', message: expect.stringMatching(/at byte \d+ is broken/) }),
  );
  expect(Buffer.from(lazyText(document ?? null) ?? '').toString()).toBe(text);
});

test('small, cut, nested too deeply and other texts are left to the parser', () => {
  const texts = [
    '{"a": 1}',
    `{"filler": "${filler}"`,
    `{"filler": "${filler}"} x`,
    `["${filler}"]`,
    `{"filler": "${filler}", "deep": ${'['.repeat(120)}${']'.repeat(120)}}`,
    `{"filler": "${filler}", "bad": }`,
  ];
  expect(texts.map((text) => lazyJson(bytes(text)))).toStrictEqual(texts.map(() => undefined));
});

test('keys named __proto__ are left out at every level, and a key written twice has its last value', () => {
  const text = `{"filler": "${filler}", "__proto__": {"bad": 1}, "a": {"b": {"c": {"d": {"__proto__": {"bad": 1}, "e": 1}}}}, "f": 1, "f": 2}`;
  const document = lazyJson(bytes(text));
  expect(JSON.stringify({ ...document, filler: '' })).toBe(
    '{"filler":"","a":{"b":{"c":{"d":{"e":1}}}},"f":2}',
  );
  expect(Reflect.get({}, 'bad')).toBeUndefined();
});

test('the index finds what JSON.parse finds, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.integer({ min: 1, max: 4 }),
      (value, levels) => {
        const text = JSON.stringify(value, null, levels % 2 === 0 ? 2 : undefined);
        const span = indexJson(bytes(text), levels);
        const parsed = JSON.parse(text) as Record<string, unknown>;
        const members = (span?.members ?? []).map(({ key, value: { start, end } }) => [
          key,
          JSON.parse(bytes(text).subarray(start, end).toString()),
        ]);
        // `__proto__` in a dictionary of fast-check is an own key.
        expect(members).toStrictEqual(Object.entries(parsed));
      },
    ),
  );
});

test('damaged JSON is never indexed as something longer than it is, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.nat(255), (value, position, byte) => {
      const text = bytes(JSON.stringify({ value }));
      text[position % text.length] = byte;
      const span = indexJson(text, 3);
      if (span !== undefined) expect(span.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
