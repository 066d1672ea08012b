import type { BlockMessage } from '../blocks/block-message.ts';
import { mappingSummary } from '../blocks/mapping-summary.ts';
import type { ReviewState, ReviewValue } from '../blocks/review.ts';
import type { Desk } from '../desk.ts';
import type { Thread } from '../thread.ts';

/** The review message of a run's mapping, made anew from what the agent stores. Throws `unknown_run`. */
export async function reviewMessage(
  desk: Desk,
  value: ReviewValue,
  state: ReviewState,
): Promise<BlockMessage> {
  const { request, result } = desk.agent.run(value.run);
  const mapping = await desk.agent.mapping(value.mapping);
  return mappingSummary({
    value,
    mapping,
    threshold: request.threshold,
    notes: result?.notes ?? [],
    state,
  });
}

/** Asks for the review of the mapping that a run waits for now; does nothing when it waits for none. */
export async function postReview(desk: Desk, thread: Thread, run: string): Promise<void> {
  const { status, result } = desk.agent.run(run);
  const mapping = result?.mapping?.id;
  if (status !== 'waiting' || mapping === undefined) return;
  await thread.post(await reviewMessage(desk, { run, mapping }, { kind: 'open' }));
}
