import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedProse, shapeOf } from './mask.ts';

test.each([
  ['ada@example.com', 'aaa@aaaaaaa.aaa'],
  ['+1 (555) 010-0199', '+9 (999) 999-9999'],
  ['Ada de Vries', 'Aaa aa Aaaaa'],
  ['2026-11-26T10:00:00Z', '9999-99-99A99:99:99A'],
  ['acme_9fXc27LmQp41ZtRw88Yk', 'aaaa_9aAa99AaAa99AaAa99A…'],
  ['李雷\u0000😀', 'aa??'],
  ['', ''],
])('the form of %j is %s', (value, shape) => {
  expect(shapeOf(value)).toBe(shape);
});

test('no letter or digit of a value survives in its form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(shapeOf(value)).toMatch(/^[aA9? -/:-@[-`{-~]*…?$/);
    }),
  );
});

test.each([
  ['Mail, e.g. ada.king+x@example.co.uk (unique)', 'Mail, e.g. aaa.aaaa+a@aaaaaaa.aa.aa (unique)'],
  ['Call +44 20 7946 0958 now', 'Call +99 99 9999 9999 now'],
  ['Key acme_9fXc27LmQp41ZtRw88Yk', 'Key aaaa_9aAa99AaAa99AaAa99A…'],
  ['At https://u:pw@host/x?token=1 only', 'At aaaaa://a:aa@aaaa/a?aaaa… only'],
  ['Card 4111 1111 1111 1111', 'Card 9999 9999 9999 9999'],
  ['Since 2024, 12 of them, in addressBookAddressText', 'Since 2024, 12 of them, in addressBookAddressText'],
])('%j is sent as %j', (text, masked) => {
  expect(maskedProse(text, 200)).toBe(masked);
});

test('long texts are cut, line breaks are none', () => {
  expect(maskedProse('one\n\ntwo three', 7)).toBe('one two…');
});
