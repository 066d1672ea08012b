import { z } from 'zod';
import { type Block, limits } from './block-message.ts';
import { context, mrkdwn } from './parts.ts';

export const approveAction = 'causeway_approve';
export const rejectAction = 'causeway_reject';

/** What a button carries: ids only, never content. */
export const ReviewValue = z.strictObject({
  run: z.string().regex(/^run_\w{1,64}$/),
  mapping: z.string().regex(/^mapping_[0-9a-f]{24}$/),
});
export type ReviewValue = z.infer<typeof ReviewValue>;

/** How a review stands. `user` is a Slack user id. */
export type ReviewState =
  | { readonly kind: 'open' }
  | { readonly kind: 'approved'; readonly user: string }
  | { readonly kind: 'rejected'; readonly user: string }
  | { readonly kind: 'closed'; readonly why: string };

/** The buttons, or what became of them. `rows` is how many rows an approval takes. */
export function reviewBlock(value: ReviewValue, rows: number, state: ReviewState): Block {
  if (state.kind === 'approved') return context(`:white_check_mark: Approved by <@${state.user}>`);
  if (state.kind === 'rejected') return context(`:no_entry_sign: Rejected by <@${state.user}>`);
  if (state.kind === 'closed') return context(state.why);
  const carried = JSON.stringify({ run: value.run, mapping: value.mapping });
  if (carried.length > limits.buttonValue) throw new Error('A button value is longer than Slack allows');
  return {
    type: 'actions',
    block_id: 'causeway_review',
    elements: [
      {
        type: 'button',
        action_id: approveAction,
        style: 'primary',
        text: { type: 'plain_text', text: `Approve ${rows} ${rows === 1 ? 'row' : 'rows'}` },
        value: carried,
      },
      {
        type: 'button',
        action_id: rejectAction,
        style: 'danger',
        text: { type: 'plain_text', text: 'Reject' },
        value: carried,
        confirm: {
          title: { type: 'plain_text', text: 'Reject this mapping?' },
          text: mrkdwn('The run ends and no pull request is opened.'),
          confirm: { type: 'plain_text', text: 'Reject' },
          deny: { type: 'plain_text', text: 'Keep' },
        },
      },
    ],
  };
}
