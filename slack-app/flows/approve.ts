import { pullRequestMessage } from '../blocks/pull-request.ts';
import type { Desk } from '../desk.ts';
import { afterFailure } from './after-failure.ts';
import { type Click, decide, showReview } from './click.ts';
import { withStepsFeed } from './steps-feed.ts';

/**
 * Approves the mapping a message shows and goes on to the pull request. The buttons give way to the decision at once,
 * and come back when the work fails in a way that a second try can mend. Throws CausewayError.
 */
export async function approve(desk: Desk, click: Click): Promise<void> {
  if (!(await decide(desk, click, 'approved'))) return;
  const { value, user, thread } = click;
  try {
    const { request } = desk.agent.run(value.run);
    await showReview(desk, click, { kind: 'approved', user });
    const about = { doing: 'Building the connector', done: 'Connector built', sentence: request.sentence };
    const result = await withStepsFeed(desk, thread, about, (onStep) =>
      desk.agent.approve(
        { run: value.run, mapping: value.mapping },
        { cwd: null, onStep, signal: desk.signal },
      ),
    );
    if (result.pullRequest !== null)
      await thread.post(pullRequestMessage(result.pullRequest, result.tests, result.mapping?.open ?? 0));
  } catch (error) {
    await afterFailure(desk, click, error);
    throw error;
  }
}
