import { expect, test } from 'vitest';
import type { CodeSystem } from './code-systems.ts';
import { countries } from './countries.ts';
import { findCode } from './find-code.ts';

test.each<[unknown, CodeSystem, string | undefined]>([
  ['Germany', 'country-alpha2', 'DE'],
  [' germany ', 'country-alpha3', 'DEU'],
  ['DEU', 'country-alpha2', 'DE'],
  ['de', 'country-name', 'Germany'],
  ['United States of America', 'country-alpha2', 'US'],
  ['U.S.A.', 'country-alpha2', 'US'],
  ['UK', 'country-alpha2', 'GB'],
  ['Côte d’Ivoire', 'country-alpha2', 'CI'],
  ['Türkiye', 'country-name', 'Turkey'],
  ['Atlantis', 'country-alpha2', undefined],
  ['', 'country-alpha2', undefined],
  [49, 'country-alpha2', undefined],
  ['texas', 'state-code', 'TX'],
  ['QC', 'state-name', 'Quebec'],
  ['eur', 'currency-upper', 'EUR'],
  ['EUR', 'currency-lower', 'eur'],
  ['Euro', 'currency-upper', undefined],
  ['en-US', 'language-base', 'en'],
  ['pt_BR', 'language-base', 'pt'],
  ['English', 'language-base', undefined],
])('%j as %s is %j', (value, system, code) => {
  expect(findCode(value, system)).toBe(code);
});

test('every country has codes of two and three letters of its own, which the platform knows', () => {
  const lines = countries
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect({
    countries: lines.length,
    twos: new Set(lines.map(([two]) => two)).size,
    threes: new Set(lines.map(([, three]) => three)).size,
    malformed: lines.filter(([two = '', three = '', name = '']) => {
      return !/^[A-Z]{2}$/.test(two) || !/^[A-Z]{3}$/.test(three) || name === '';
    }),
    unknown: lines.filter(([two = '']) => names.of(two) === undefined),
  }).toStrictEqual({ countries: 249, twos: 249, threes: 249, malformed: [], unknown: [] });
});
