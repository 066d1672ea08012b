import { expect, test } from 'vitest';
import { isRepositoryName } from './repository-name.ts';

test.each([
  'acme/integrations',
  'acme/.github',
  'acme/shop.js',
  'a-1_b/_x',
  'acme/-',
  'acme/...',
  `a/${'x'.repeat(100)}`,
])('%s names a repository', (text) => {
  expect(isRepositoryName(text)).toBe(true);
});

test.each([
  '',
  'acme',
  'acme/',
  '/acme',
  'acme/.',
  'acme/..',
  '../x',
  './x',
  '.github/x',
  '-acme/x',
  'a/b/c',
  'acme/x y',
  'acme/x\n',
  'acme\\x',
  'acmé/x',
  'https://github.com/acme/x',
  `a/${'x'.repeat(101)}`,
])('%j does not', (text) => {
  expect(isRepositoryName(text)).toBe(false);
});
