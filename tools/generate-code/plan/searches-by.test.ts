import { expect, test } from 'vitest';
import { Operation } from '../../model/index.ts';
import { searchesBy } from './searches-by.ts';

const search = (parts: object) =>
  Operation.parse({ id: 'search', method: 'GET', path: '/things', answers: 'records', ...parts });

test.each([
  ['the field is named by us', { query: { q: "{field}:'{value}'" } }, 'phone', true],
  ['the parameter is the field', { query: { email: '{value}', limit: '2' } }, 'email', true],
  ['the parameter has the field in it', { query: { 'email[is]': '{value}' } }, 'emailAddress', true],
  ['the parameter is another field', { query: { email: '{value}' } }, 'phone', false],
  ['everything is searched', { query: { query: '{value}' } }, 'sku', true],
  [
    'the body names the field',
    { method: 'POST', body: { filter: { email_address: '{value}' } } },
    'EmailAddress',
    true,
  ],
  [
    'the body names another field',
    { method: 'POST', body: { filter: { email_address: '{value}' } } },
    'sku',
    false,
  ],
  ['no value is asked for', { query: { active: 'true' } }, 'active', false],
])('%s', (_, parts, field, expected) => {
  expect(searchesBy(search(parts), field)).toBe(expected);
});
