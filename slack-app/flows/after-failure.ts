import { CausewayError } from '../../tools/core/index.ts';
import type { Desk } from '../desk.ts';
import { type Click, showReview } from './click.ts';
import { postReview } from './post-review.ts';

/** Errors after which a review message's buttons have no use any more, and what it says instead. */
const closing: Readonly<Record<string, string>> = {
  mapping_changed: ':warning: The mapping has changed since; this one was not approved',
  not_waiting: ':lock: This run is closed',
  run_rejected: ':lock: This run was rejected',
};

/**
 * Takes a decision back that could not be carried out: the buttons return, or say why they cannot, and a mapping that
 * took this one's place is shown. Never throws: the failure itself is the one to tell.
 */
export async function afterFailure(desk: Desk, click: Click, failure: unknown): Promise<void> {
  const { run } = click.value;
  desk.decisions.delete(run);
  try {
    const code = failure instanceof CausewayError ? failure.code : '';
    const why = closing[code];
    await showReview(desk, click, why === undefined ? { kind: 'open' } : { kind: 'closed', why });
    if (code === 'mapping_changed') await postReview(desk, click.thread, run);
  } catch (error) {
    desk.warn(error);
  }
}
