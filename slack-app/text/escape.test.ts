import { describe, expect, it } from 'vitest';
import { code, escapeMrkdwn, plain } from './escape.ts';

describe('escapeMrkdwn', () => {
  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['<!channel> <@U1> <https://x|y>', '&lt;!channel&gt; &lt;@U1&gt; &lt;https://x|y&gt;'],
    ['@channel @Here @everyone me@group', '@\u200bchannel @\u200bHere @\u200beveryone me@\u200bgroup'],
    ['two\nlines\u0000 and\ttabs', 'two lines and tabs'],
    ['&lt;', '&amp;lt;'],
  ])('%j', (given, escaped) => {
    expect(escapeMrkdwn(given)).toBe(escaped);
  });

  it('cuts the escaped text, between whole letters and entities', () => {
    expect([
      escapeMrkdwn('<<<<<', 10),
      escapeMrkdwn('<<', 8),
      escapeMrkdwn('😀😀😀', 4),
      escapeMrkdwn('abcd', 3),
    ]).toEqual(['&lt;&lt;…', '&lt;&lt;', '😀…', 'ab…']);
  });
});

it('code cannot be left by its content', () => {
  expect(code('a`b_c*')).toBe('`aˋb_c*`');
});

it('plain text is one line and not escaped', () => {
  expect(plain('a\n<b>', 10)).toBe('a <b>');
});
