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
  [{ kind: 'cast', to: 'integer' }, 'as integer'],
  [{ kind: 'concat', separator: ', ' }, 'joined with `,`'],
  [{ kind: 'split', separator: ' ', index: 0, rest: true }, 'what follows part 1 of the words'],
  [{ kind: 'split', separator: '-', index: -1, rest: false }, 'last part at `-`'],
  [{ kind: 'lookup', table: [{ from: 'a', to: 'b' }] }, '1 value translated'],
  [{ kind: 'unit', factor: 0.01, decimals: 2 }, '× 0.01'],
  [{ kind: 'date-format', from: 'epoch-ms', to: 'iso-date' }, 'epoch-ms to iso-date'],
  [{ kind: 'nest', wrap: 'id' }, 'inside `id`'],
  [{ kind: 'constant', value: '<x>' }, 'always `"&lt;x&gt;"`'],
  [{ kind: 'default', value: null }, '`null` when empty'],
  [{ kind: 'conditional', equals: 1, match: 2, otherwise: 3 }, 'depends on `1`'],
  [{ kind: 'aggregate', op: 'join', separator: ',' }, 'join of the list'],
  [{ kind: 'reference', entity: 'currency', as: 'object' }, 'looked up as `currency`'],
  [{ kind: 'expression', note: 'x' }, 'written by hand'],
])('%j in words', (transform, said) => {
  expect(transformWords(transform)).toBe(said);
});
