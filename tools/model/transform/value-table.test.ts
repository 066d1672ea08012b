import { expect, test } from 'vitest';
import { Field, pairValues } from '../index.ts';

const field = (...values: [string, string | null][]) =>
  Field.parse({ path: 'x', type: 'string', enum: values.map(([value, label]) => ({ value, label })) });

test('values are paired by value, by label and by words; what has no partner is named', () => {
  const source = field(['1', 'New customer'], ['hot', null], ['qualified_lead', null], ['other', null]);
  const target = field(['new', 'New Customer'], ['Hot', null], ['lead_qualified_', null], ['cold', null]);
  expect(pairValues(source, target)).toStrictEqual({
    table: [
      { from: '1', to: 'new' },
      { from: 'hot', to: 'Hot' },
      { from: 'qualified_lead', to: 'lead_qualified_' },
    ],
    without: ['other'],
  });
});

test('two equally near values are not chosen between', () => {
  expect(pairValues(field(['open ticket', null]), field(['ticket a', null], ['open b', null]))).toStrictEqual(
    {
      table: [],
      without: ['open ticket'],
    },
  );
});

test('words for the same are paired in whatever order they are listed; several may become one', () => {
  const source = ['enabled', 'Full Time', 'PT', 'canceled', 'not started', 'void'].map(
    (value): [string, null] => [value, null],
  );
  const target = ['CANCELLED', 'PART_TIME', 'ACTIVE', 'FULL_TIME', 'STARTED'].map((value): [string, null] => [
    value,
    null,
  ]);
  const expected = {
    table: [
      { from: 'enabled', to: 'ACTIVE' },
      { from: 'Full Time', to: 'FULL_TIME' },
      { from: 'PT', to: 'PART_TIME' },
      { from: 'canceled', to: 'CANCELLED' },
      { from: 'void', to: 'CANCELLED' },
    ],
    // Near in letters, far in meaning.
    without: ['not started'],
  };
  expect([
    pairValues(field(...source), field(...target)),
    pairValues(field(...source), field(...target.toReversed())),
  ]).toStrictEqual([expected, expected]);
});
