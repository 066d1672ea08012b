import { expect, it } from 'vitest';
import type { Transform } from '../../tools/model/index.ts';
import { confidenceWords } from './confidence-words.ts';
import { errorMessage } from './error.ts';
import { transformWords } from './transform-words.ts';
import { usageMessage } from './usage.ts';

it('an error shows its code, what happened and what to do next', () => {
  expect(errorMessage({ code: 'not_allowed', message: '<b> is not allowed', hint: 'Ask & wait' })).toEqual({
    text: 'not_allowed: &lt;b&gt; is not allowed',
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: ':x: `not_allowed` &lt;b&gt; is not allowed', verbatim: true },
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'Ask &amp; wait', verbatim: true }] },
    ],
  });
});

it('an error’s next step speaks of Slack where the terminal’s would not help', () => {
  const { blocks } = errorMessage({ code: 'no_repository', message: 'None', hint: 'Give --repo' });
  expect(JSON.stringify(blocks[1])).toContain('End the sentence with');
});

it('the usage has an example to copy', () => {
  expect(JSON.stringify(usageMessage())).toContain('```connect HubSpot contacts to NetSuite```');
});

it.each([
  [1, 'very sure, 100%'],
  [0.999, 'very sure, 99%'],
  [0.95, 'very sure, 95%'],
  [0.9, 'sure, 90%'],
  [0.75, 'likely, 75%'],
  [0.58, 'unsure, 58%'],
  [0.29, 'a guess, 29%'],
  [0, 'a guess, 0%'],
])('confidence %d is "%s"', (confidence, said) => {
  expect(confidenceWords(confidence)).toBe(said);
});

it.each<[Transform, string]>([
  [{ kind: 'identity' }, ''],
  [{ kind: 'nest', wrap: null }, ''],
  [{ kind: 'concat', separator: ' ' }, 'joined with `" "`'],
  [{ kind: 'constant', value: '<x>' }, 'always `"&lt;x&gt;"`'],
  [
    { kind: 'lookup', table: [], codes: 'country-alpha2' },
    'as a country code of two letters, others are refused',
  ],
  [{ kind: 'expression', note: '<!channel>' }, 'by hand in `overrides.ts`: &lt;!channel&gt;'],
])('%j in words', (transform, said) => {
  expect(transformWords({ sources: ['a'], transform })).toBe(said);
});
