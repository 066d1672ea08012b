import { usageMessage } from '../blocks/usage.ts';
import type { Desk } from '../desk.ts';
import { fromSlack } from '../text/from-slack.ts';
import { requestOf } from '../text/request-of.ts';
import type { Thread } from '../thread.ts';
import { connect } from './connect.ts';

/** Answers what somebody wrote to the bot, in its thread; failures are told there too. */
export async function answer(desk: Desk, thread: Thread, text: string): Promise<void> {
  await desk.do(
    async () => {
      const request = requestOf(fromSlack(text));
      if (request.kind === 'usage') await thread.post(usageMessage());
      else await connect(desk, thread, request);
    },
    (message) => thread.post(message),
  );
}
