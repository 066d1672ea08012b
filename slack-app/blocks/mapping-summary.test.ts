import { describe, expect, it } from 'vitest';
import { mapping, row } from '../__fixtures__/mapping.ts';
import { limits } from './block-message.ts';
import { type MappingSummary, mappingSummary } from './mapping-summary.ts';

const value = { run: 'run_1', mapping: `mapping_${'a'.repeat(24)}` };
const summary = (given: Partial<MappingSummary> = {}) =>
  mappingSummary({
    value,
    mapping,
    threshold: 0.9,
    notes: ['Chosen: customer.'],
    state: { kind: 'open' },
    ...given,
  });
const text = (content: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: content, verbatim: true },
});

describe('the mapping summary', () => {
  it('puts what is missing and doubtful first, then what goes where, and ends with the buttons', () => {
    const carried = JSON.stringify(value);
    expect(summary()).toEqual({
      text: 'Mapping hubspot contact → netsuite customer: 2 sure, 1 to check, 1 required without a source',
      blocks: [
        {
          type: 'header',
          text: { type: 'plain_text', text: 'hubspot contact → netsuite customer', emoji: true },
        },
        text('*2 sure, 1 to check, 1 required without a source*\n• Chosen: customer.'),
        text(
          '*:warning: Required, without a source*\n`subsidiary`: HubSpot has nothing like it; candidates: `properties.company`',
        ),
        text(
          '*:mag: Please check*\n`properties.fax` → `phone` (unsure, 60%) – fax is not &lt;phone&gt; &amp; @\u200bchannel; or `properties.phone` (unsure, 55%)',
        ),
        text(
          '*What goes where*\n`properties.email` → `email` (very sure, 98%)\n`properties.firstname` + `properties.lastname` → `entityName`, joined with `" "` (sure, 93%)',
        ),
        text('*What does not fit*\n`properties.fax` → `phone`: 40 letters into 22 (may lose data)'),
        {
          type: 'context',
          elements: [
            {
              type: 'mrkdwn',
              text: 'Records match by `properties.email` = `email`. Rows under 90% are left out of the code and listed as open questions.',
              verbatim: true,
            },
          ],
        },
        {
          type: 'actions',
          block_id: 'causeway_review',
          elements: [
            {
              type: 'button',
              action_id: 'causeway_approve',
              style: 'primary',
              text: { type: 'plain_text', text: 'Approve 2 rows' },
              value: carried,
            },
            {
              type: 'button',
              action_id: 'causeway_reject',
              style: 'danger',
              text: { type: 'plain_text', text: 'Reject' },
              value: carried,
              confirm: {
                title: { type: 'plain_text', text: 'Reject this mapping?' },
                text: {
                  type: 'mrkdwn',
                  text: 'The run ends and no pull request is opened.',
                  verbatim: true,
                },
                confirm: { type: 'plain_text', text: 'Reject' },
                deny: { type: 'plain_text', text: 'Keep' },
              },
            },
          ],
        },
      ],
    });
  });

  it.each([
    [{ kind: 'approved', user: 'U1' } as const, ':white_check_mark: Approved by <@U1>'],
    [{ kind: 'rejected', user: 'U2' } as const, ':no_entry_sign: Rejected by <@U2>'],
    [{ kind: 'closed', why: 'closed' } as const, 'closed'],
  ])('shows $kind in place of the buttons', (state, said) => {
    const { blocks } = summary({ state });
    expect([blocks.length, blocks.at(-1)]).toEqual([
      summary().blocks.length,
      { type: 'context', elements: [{ type: 'mrkdwn', text: said, verbatim: true }] },
    ]);
  });

  it('asks by which key records are the same, and says rules and conditions of a row', () => {
    const { blocks } = summary({
      mapping: {
        ...mapping,
        rows: [
          row({
            target: 'phone',
            sources: ['phone'],
            confidence: 1,
            when: { source: 'kind', is: 'filled' },
            conflict: 'ask',
          }),
        ],
        matchKeys: [],
        matchKeyQuestion: { why: 'x', candidates: [{ source: '<a>', target: 'b', confidence: 0.5 }] },
      },
    });
    const said = JSON.stringify(blocks);
    expect(said).toContain(
      '`phone` → `phone`, only when `kind` is filled; when both sides changed it, a person decides (',
    );
    expect(said).toContain('No key matches records yet. Could it be `&lt;a&gt;` = `b`?');
  });

  it('stays inside Slack’s limits whatever the mapping holds, and counts what it leaves out', () => {
    const long = '<&>'.repeat(300);
    const many = <T>(make: (index: number) => T) => Array.from({ length: 900 }, (_, index) => make(index));
    const { blocks } = summary({
      notes: many(() => long),
      mapping: {
        ...mapping,
        source: { system: long, entity: long, schema: 's' },
        rows: [
          ...many((index) => row({ target: `field${index}`, sources: [`source${index}`] })),
          ...many((index) => row({ target: `${long}${index}`, sources: many(() => long), confidence: 0.1 })),
        ],
        unmappedRequired: many(() => ({ target: long, why: long, candidates: [long, long, long, long] })),
        incompatibilities: many(() => ({
          target: long,
          source: long,
          kind: 'x',
          message: long,
          lossy: false,
        })),
        matchKeys: many(() => ({ source: long, target: long, confidence: 1 })),
      },
    });
    const lengths = blocks.flatMap((block) =>
      block.type === 'section' || block.type === 'header' ? [block.text?.text.length ?? 0] : [],
    );
    expect(blocks.length).toBeLessThanOrEqual(limits.blocks);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(limits.section);
    expect(lengths[0]).toBeLessThanOrEqual(limits.header);
    const sure = JSON.stringify(blocks.find((block) => JSON.stringify(block).includes('What goes where')));
    const shown = sure.match(/`field\d+`/g)?.length ?? 0;
    expect(sure).toContain(`…and ${900 - shown} more, all in the pull request`);
  });
});
