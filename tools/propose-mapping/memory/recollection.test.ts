import { expect, test } from 'vitest';
import { entity } from '../../model/__fixtures__/entity.ts';
import type { RememberedRow } from '../../model/index.ts';
import { matchEntities } from '../match-entities.ts';
import { shippedModel } from '../score/model.ts';

const source = entity('acme', 'person', [
  { path: 'mail', type: 'string', format: 'email' },
  { path: 'frob', type: 'string' },
  { path: 'a', type: 'string' },
  { path: 'b', type: 'string' },
]);
const target = entity('brix', 'contact', [
  { path: 'email', type: 'string', format: 'email' },
  { path: 'quux', type: 'string' },
  { path: 'pair', type: 'string' },
]);
const row = (
  sourcePaths: string[],
  targetPath: string,
  also: Partial<RememberedRow> = {},
): RememberedRow => ({
  source: { system: 'acme', entity: 'person' },
  target: { system: 'brix', entity: 'contact' },
  sourcePaths,
  targetPath,
  verdict: 'approved',
  transform: { kind: 'rename' },
  ...also,
});
const rows = (...remembered: RememberedRow[]) =>
  matchEntities(source, target, shippedModel, remembered).mapping.rows.map((one) => [
    one.target,
    one.sources,
    one.confidence >= 0.9,
    one.evidence.some(({ signal }) => signal === 'memory'),
  ]);

test('cold: only what the fields say', () => {
  expect(rows()).toEqual([['email', ['mail'], expect.anything(), false]]);
});

test('what was taken for this very connection is proposed again, of one source or several', () => {
  expect(
    rows(row(['frob'], 'quux'), row(['a', 'b'], 'pair', { transform: { kind: 'concat', separator: '-' } })),
  ).toEqual([
    ['email', ['mail'], expect.anything(), false],
    ['quux', ['frob'], true, true],
    ['pair', ['a', 'b'], true, true],
  ]);
});

test('what was rejected here is not proposed again', () => {
  expect(rows(row(['mail'], 'email', { verdict: 'rejected' }))).toEqual([]);
});

test('another pair of systems teaches less, and by spelling', () => {
  const elsewhere = row(['Frob'], 'quux', { source: { system: 'other', entity: 'thing' } });
  const ranking = matchEntities(source, target, shippedModel, [elsewhere]);
  const cold = matchEntities(source, target);
  const confidence = (result: typeof cold) =>
    result.mapping.rows.find((one) => one.target === 'quux')?.confidence ?? 0;
  expect(confidence(ranking)).toBeLessThan(0.9);
  expect(confidence(cold)).toBe(0);
});

test('a decision about fields that are gone is no help and no harm', () => {
  expect(rows(row(['gone', 'b'], 'pair'), row(['gone'], 'quux'))).toEqual(rows());
});
