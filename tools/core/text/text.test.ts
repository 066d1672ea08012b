import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueText, oneLine, visible } from './index.ts';

test.each([
  ['plain words', 'plain words'],
  ['two\r\nlines\rand\u2028more\ttabbed', 'two\nlines\nand\nmore\ttabbed'],
  ['\u001b[31mred\u001b[0m \u001b]8;;http://x.example\u0007link\u001b]8;;\u0007', 'red link'],
  ['bell\u0007and\u0000nul\u009b', 'bell and nul '],
  ['right \u202eto left\u202c', 'right \ufffdto left\ufffd'],
  ['zero\u200bwidth\ufeff and a hidden tag\u{e0041}', 'zerowidth and a hidden tag'],
  ['👩\u200d💻 نمی\u200cخواهم ❤\ufe0f', '👩\u200d💻 نمی\u200cخواهم ❤\ufe0f'],
  ['half \ud83d', 'half \ufffd'],
])('visible %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each([
  [' a\n\t b\u0000c ', 300, 'a b c'],
  ['abcd', 4, 'abcd'],
  ['abcde', 4, 'abc…'],
  ['😀'.repeat(10), 5, '😀😀😀😀…'],
  ['x'.repeat(10_000_000), 5, 'xxxx…'],
  ['\u202e'.repeat(3), 300, '\ufffd'.repeat(3)],
])('one line of %j, at most %d', (text, limit, line) => {
  expect(oneLine(text, limit)).toBe(line);
});

test('an issue names its place', () => {
  const { error } = z
    .strictObject({ rows: z.array(z.strictObject({ target: z.string('it is no text') })) })
    .safeParse({ rows: [{ target: 1 }] });
  const whole = z.string('it is no text').safeParse(1).error;
  expect([error, whole].map((each) => each && issueText(each))).toStrictEqual([
    'rows.0.target: it is no text',
    'input: it is no text',
  ]);
});
