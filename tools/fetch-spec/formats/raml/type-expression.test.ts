import { expect, test } from 'vitest';
import { parseTypeExpression, type TypeExpression } from './type-expression.ts';

/** A tree in a notation of its own. */
function shown(expression: TypeExpression | undefined): string {
  if (expression === undefined) return 'none';
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'union'
    ? `or(${expression.of.map(shown).join(' ')})`
    : `${expression.kind}(${shown(expression.of)})`;
}

test.each([
  ['Plot', 'Plot'],
  ['lib.Plot[]', 'list(lib.Plot)'],
  ['Plot[][]', 'list(list(Plot))'],
  ['string | nil', 'or(string nil)'],
  ['string?', 'optional(string)'],
  ['(Plot|@2.Bed)[] | nil', 'or(list(or(Plot @2.Bed)) nil)'],
  ['Plot | Bed[]', 'or(Plot list(Bed))'],
  ['date-only', 'date-only'],
  ['', 'none'],
  ['(Plot', 'none'],
  ['Plot |', 'none'],
  ['Plot Bed', 'none'],
  ['Plot]', 'none'],
  ['('.repeat(900), 'none'],
  ['x'.repeat(2_000), 'none'],
])('%s', (text, tree) => {
  expect(shown(parseTypeExpression(text))).toBe(tree);
});
