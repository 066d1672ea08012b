import { expect, test } from 'vitest';
import { singular } from '../../core/text/singular.ts';
import { uniqueNames } from '../formats/openapi/resources/unique-names.ts';
import { entityName } from './words.ts';

test.each([
  ['companies', 'company'],
  ['addresses', 'address'],
  ['invoices', 'invoice'],
  ['statuses', 'status'],
  ['status', 'status'],
  ['taxes', 'tax'],
  ['batches', 'batch'],
  ['people', 'person'],
  ['cases', 'case'],
  ['keys', 'key'],
  ['news', 'news'],
  ['analysis', 'analysis'],
  ['photos', 'photo'],
])('one of the %s is a %s', (many, one) => {
  expect(singular(many)).toBe(one);
});

test.each([
  ['line_items', 'lineItem'],
  ['LineItems', 'lineItem'],
  ['sales-orders', 'salesOrder'],
  ['salesOrder', 'salesOrder'],
  ['APIKeys', 'apiKey'],
  ['Kündigungen', 'kundigungen'],
  ['--', ''],
])('%s holds %s', (segment, name) => {
  expect(entityName(segment)).toBe(name);
});

test('names are unique; short paths and busy resources have the short ones', () => {
  const resources = [
    ['v1', 'account'],
    ['customers', 'addresses'],
    ['accounts'],
    ['addresses'],
    ['orders', 'addresses'],
    ['addresses'],
  ];
  expect(
    uniqueNames(
      resources,
      [1, 4, 5, 4, 4, 1].map((calls) => ({ single: true, calls })),
    ),
  ).toStrictEqual(['v1Account', 'customerAddress', 'account', 'address', 'orderAddress', 'address2']);
});
