import { expect, test } from 'vitest';
import { code, percent, text } from './markdown.ts';

test.each([
  ['plain words, 3 of them.', 'plain words, 3 of them.'],
  ['first_name and last_name', 'first_name and last_name'],
  ['_emphasis_ *strong* ~gone~', '\\_emphasis\\_ \\*strong\\* \\~gone\\~'],
  ['a|b \\| c', 'a&#124;b &#92;&#124; c'],
  ['`code` [link](http://x.example)', '\\`code\\` \\[link\\](http:\u200b//x.example)'],
  ['<img src=x> --> &lt;', '&lt;img src=x&gt; --&gt; &amp;lt;'],
  ['ask @ann, see #12, octo/app#3, GH-4', 'ask @\u200bann, see #\u200b12, octo/app#\u200b3, GH-\u200b4'],
  ['www.example.com', 'www\u200b.example.com'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['two\nlines\r\n\tand\u0000more', 'two lines and more'],
  ['right \u202eto left', 'right \ufffdto left'],
])('text %j', (value, markdown) => {
  expect(text(value)).toBe(markdown);
});

test.each([
  ['properties.email', '`properties.email`'],
  ['a|b', '<code>a&#124;b</code>'],
  ['`rm`', '<code>&#96;rm&#96;</code>'],
  ['</code>|<b>', '<code>&#60;&#47;code&#62;&#124;&#60;b&#62;</code>'],
  ['a\nb', '`a b`'],
  ['', '(empty)'],
])('code %j', (value, markdown) => {
  expect(code(value)).toBe(markdown);
});

test('long texts are cut by character, never inside one', () => {
  expect(text('😀'.repeat(10), 5)).toBe('😀😀😀😀…');
  expect(code('x'.repeat(10_000_000), 5)).toBe('`xxxx…`');
});

test('nothing is shown surer than it is', () => {
  expect([percent(0.999), percent(0.29), percent(1)]).toStrictEqual(['99 %', '29 %', '100 %']);
});
