import { expect, it } from 'vitest';
import { limits } from './block-message.ts';
import { stepsMessage } from './steps.ts';

const text = (content: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: content, verbatim: true },
});

it('shows each step with its mark, time and words; a failure without its words', () => {
  expect(
    stepsMessage('Proposing', 'connect <a> to b', [
      { name: 'fetch_spec source', status: 'done', ms: 1_250, text: 'A & B' },
      { name: 'choose target', status: 'running', ms: 0, text: '' },
      { name: 'open_pr', status: 'failed', ms: 3, text: 'token=1' },
    ]),
  ).toEqual({
    text: 'Proposing: Open the pull request',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Proposing', emoji: true } },
      text('> connect &lt;a&gt; to b'),
      text(
        [
          ':white_check_mark: Read the API description `source` _1.3 s_ – A &amp; B',
          ':hourglass_flowing_sand: choose target',
          ':x: Open the pull request',
        ].join('\n'),
      ),
    ],
  });
});

it('keeps the latest of very many steps inside Slack’s limits', () => {
  const steps = Array.from({ length: 2_000 }, (_, index) => ({
    name: `infer_schema entity${index}`,
    status: 'done' as const,
    ms: 1,
    text: '<'.repeat(200),
  }));
  const { blocks } = stepsMessage('Proposing', 'x'.repeat(5_000), steps);
  const lengths = blocks.map((block) => (block.type === 'section' ? (block.text?.text.length ?? 0) : 0));
  expect(blocks.length).toBeLessThanOrEqual(limits.blocks);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(limits.section);
  expect(JSON.stringify(blocks.at(-1))).toContain('entity1999');
});
