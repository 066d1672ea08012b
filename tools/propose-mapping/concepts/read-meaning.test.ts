import { expect, test } from 'vitest';
import { readWords } from '../words/read-words.ts';
import { areNear, concepts } from './concept-table.ts';
import { insideRecord, readMeaning } from './read-meaning.ts';

function brief(...steps: string[]) {
  const { head, tail, context, qualifiers, ordinal, rest } = readMeaning(
    steps.map((step) => readWords(step)),
  );
  const names = qualifiers.map(({ name }) => name);
  return [head?.name ?? null, tail, [...context], names, ordinal, [...rest]];
}

test.each<[string[], unknown[]]>([
  [['forename'], ['given name', null, [], [], null, []]],
  [
    ['billing_address', 'city'],
    ['city', null, ['address'], ['billing'], null, []],
  ],
  [['ownerId'], ['owner', 'id', [], [], null, []]],
  [
    ['shipping', 'company'],
    ['organisation', null, [], ['shipping'], null, []],
  ],
  [['shippingCompany'], ['carrier', null, [], [], null, []]],
  [['PrimaryEmailAddr'], ['email', null, [], ['primary'], null, []]],
  [['email_bounce_flavour'], [null, null, ['email bounced'], [], null, ['flavour']]],
  [['tax_id_data'], ['tax number', null, [], [], null, []]],
  [['phone_2'], ['phone', null, [], [], 2, []]],
])('%j', (steps, meaning) => {
  expect(brief(...steps)).toStrictEqual(meaning);
});

test('a record does not name itself', () => {
  const meaning = readMeaning([readWords('order_status')]);
  expect([...meaning.context]).toStrictEqual(['order']);
  expect([...insideRecord(meaning, 'order').context]).toStrictEqual([]);
  expect(insideRecord(readMeaning([readWords('contact_id')]), 'contact').head?.name).toBe('id');
});

test('every concept that is named somewhere exists, and near is mutual', () => {
  for (const { near, wholes } of concepts.values()) {
    for (const name of [...near, ...wholes]) expect(concepts.has(name), name).toBe(true);
  }
  expect([areNear('phone', 'mobile phone'), areNear('mobile phone', 'phone')]).toStrictEqual([true, true]);
  expect(areNear('phone', 'fax')).toBe(false);
});
