import { expect, test } from 'vitest';
import { MappingCase } from '../dataset/mapping-case.ts';
import { coma, wordsOf } from './coma.ts';

const fields = (...paths: [string, string][]) => paths.map(([path, type]) => ({ path, type }));

test.each([
  ['firstName', ['first', 'name']],
  ['HTTPServer2_url', ['http', 'server', '2', 'url']],
  ['a.b[].c-d', ['a', 'b', 'c', 'd']],
])('words of %s', (identifier, words) => {
  expect(wordsOf(identifier)).toStrictEqual(words);
});

test('the average of four similarities, by hand', async () => {
  const { targets } = await coma.predict(
    MappingCase.parse({
      id: 'c',
      source: { system: 's', entity: 'e', fields: fields(['ab', 'integer'], ['zz', 'boolean']) },
      target: { system: 't', entity: 'e', fields: fields(['ab', 'number']) },
      gold: [],
    }),
  );
  expect(targets).toStrictEqual([
    {
      target: 'ab',
      ranked: [
        // Same letters, words and path; two kinds of number.
        { sources: ['ab'], confidence: (1 + 1 + 1 + 0.8) / 4 },
        { sources: ['zz'], confidence: 0 },
      ],
      proposed: { sources: ['ab'], confidence: 0.95, transform: null },
    },
  ]);
});

test('a source is left to the target that it fits better', async () => {
  const { targets, matchKeys } = await coma.predict(
    MappingCase.parse({
      id: 'c',
      source: { system: 's', entity: 'e', fields: fields(['billing_city', 'string']) },
      target: {
        system: 't',
        entity: 'e',
        fields: fields(['billingCity', 'string'], ['shippingCity', 'string']),
      },
      gold: [],
    }),
  );
  expect(targets.map(({ proposed }) => proposed?.sources ?? null)).toStrictEqual([['billing_city'], null]);
  expect(matchKeys).toBeNull();
});
