import type { Desk } from '../desk.ts';
import { afterFailure } from './after-failure.ts';
import { type Click, decide, showReview } from './click.ts';

/** Ends the run without a pull request. Throws CausewayError. */
export async function reject(desk: Desk, click: Click): Promise<void> {
  if (!(await decide(desk, click, 'rejected'))) return;
  try {
    desk.agent.reject(click.value.run);
  } catch (error) {
    await afterFailure(desk, click, error);
    throw error;
  }
  await showReview(desk, click, { kind: 'rejected', user: click.user });
}
