import { expect, test } from 'vitest';
import { firstInText, maximumInText } from './number-in-text.ts';

test.each([
  ['Results per page (max 100)', 100],
  ['Between 1 and 250.', 250],
  ['This value must be a number between `1` and `100` (default)', 100],
  ['The maximum number of items on a page is 1,000.', 1_000],
  ['default: 50, maximum: 250', 250],
  ['Default 100, maximum 200.', 200],
  ['Must be between 1 - 1000 both inclusive', 1_000],
  ['Up to a maximum of 500 rows', 500],
  ['Cannot exceed `75`', 75],
  ['A value less than or equal to 30', 30],
  ['Number from 0 to 1000', 1_000],
  ['How many to return. Defaults to 20.', null],
  ['The 100th berth', null],
  ['', null],
])('the largest page of “%s” is %s', (text, expected) => {
  expect(maximumInText(text)).toBe(expected);
});

test.each([
  ['Zero-based index of the first record', 0],
  ['The page to read, starting at 1', 1],
  ['1-indexed', 1],
  ['Default is 0', 0],
  ['It is set to 1 by default.', 1],
  ['Defaults to 10', null],
  ['Which page', null],
])('counting in “%s” starts at %s', (text, expected) => {
  expect(firstInText(text)).toBe(expected);
});
