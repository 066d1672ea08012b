import { expect, test } from 'vitest';
import { entity } from '../../model/__fixtures__/entity.ts';
import { rankAll } from './rank.ts';

const words = ['alpha', 'bravo', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'haven', 'inlet', 'jewel'];
const names = words.flatMap((a) => words.flatMap((b) => words.slice(0, 4).map((c) => `${a}_${b}_${c}`)));

test('two large records: the likeliest sources only, the right one first', () => {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const source = entity(
    'a',
    'big',
    names.map((path) => ({ path, type: 'string' })),
  );
  const target = entity(
    'b',
    'large',
    names.map((path) => ({ path: camel(path), type: 'string' })),
  );
  const rankings = rankAll(source, target);
  expect(rankings.map(({ candidates }) => candidates[0]?.source.field.path)).toStrictEqual(names);
  expect(new Set(rankings.map(({ candidates }) => candidates.length))).toStrictEqual(new Set([24]));
});

test('two small ones: every source, with a probability', () => {
  const source = entity('a', 'contact', [
    { path: 'fax', type: 'string' },
    { path: 'phone_number', type: 'string' },
  ]);
  const [ranking] = rankAll(source, entity('b', 'contact', [{ path: 'telephone', type: 'string' }]));
  const order = ranking?.candidates.map(({ source: { field } }) => field.path);
  expect(order).toStrictEqual(['phone_number', 'fax']);
  const [phone, fax] = ranking?.candidates ?? [];
  expect(phone?.confidence).toBeGreaterThan(0.5);
  expect(fax?.confidence).toBeLessThan(0.3);
});
