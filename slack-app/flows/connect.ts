import { pullRequestMessage } from '../blocks/pull-request.ts';
import type { Desk } from '../desk.ts';
import type { SlackRequest } from '../text/request-of.ts';
import type { Thread } from '../thread.ts';
import { postReview } from './post-review.ts';
import { withStepsFeed } from './steps-feed.ts';

type Connect = Extract<SlackRequest, { kind: 'connect' }>;

/** From a sentence to its mapping, shown for review in the thread. Throws CausewayError. */
export async function connect(desk: Desk, thread: Thread, { sentence, repo }: Connect): Promise<void> {
  const about = { doing: 'Proposing a mapping', done: 'Mapping proposed', sentence };
  const result = await withStepsFeed(desk, thread, about, (onStep) =>
    // No cwd: people in a chat cannot name files of the server.
    desk.agent.connect({ sentence, repo, approval: 'ask' }, { cwd: null, onStep, signal: desk.signal }),
  );
  if (result.pullRequest === null) await postReview(desk, thread, result.run);
  else await thread.post(pullRequestMessage(result.pullRequest, result.tests, result.mapping?.open ?? 0));
}
