import { section } from '../blocks/parts.ts';
import type { ReviewState, ReviewValue } from '../blocks/review.ts';
import type { Desk } from '../desk.ts';
import type { Thread } from '../thread.ts';
import { reviewMessage } from './post-review.ts';

/** Somebody pressed a button of a review message. */
export interface Click {
  readonly value: ReviewValue;
  /** Slack user id. */
  readonly user: string;
  /** `ts` of the message with the buttons. */
  readonly message: string;
  readonly thread: Thread;
}

/** Shows the review message again, as it stands now. */
export async function showReview(desk: Desk, click: Click, state: ReviewState): Promise<void> {
  await click.thread.update(click.message, await reviewMessage(desk, click.value, state));
}

/**
 * Makes this click the run's decision; false when somebody decided before, whom the clicker is told of.
 * Between two clicks only the first counts, whichever listener they reach.
 */
export async function decide(desk: Desk, click: Click, kind: 'approved' | 'rejected'): Promise<boolean> {
  const { value, user, thread } = click;
  const earlier = desk.decisions.get(value.run);
  if (earlier === undefined) {
    desk.decisions.set(value.run, { kind, user });
    return true;
  }
  const text = `Already ${earlier.kind} by <@${earlier.user}>; nothing more to do`;
  // Not worth failing for.
  await thread.whisper(user, { text, blocks: [section(text)] }).catch((error: unknown) => desk.warn(error));
  return false;
}
