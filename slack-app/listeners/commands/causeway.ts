import type { App } from '@slack/bolt';
import { RequestError } from '../../../tools/core/index.ts';
import type { BlockMessage } from '../../blocks/block-message.ts';
import { section } from '../../blocks/parts.ts';
import { usageMessage } from '../../blocks/usage.ts';
import type { Desk } from '../../desk.ts';
import { connect } from '../../flows/connect.ts';
import { platformError } from '../../platform-error.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { fromSlack } from '../../text/from-slack.ts';
import { requestOf } from '../../text/request-of.ts';
import { Thread } from '../../thread.ts';

/** "/causeway connect HubSpot contacts to NetSuite": a message that says who asked, and the run in its thread. */
export function registerCauseway(app: App, desk: Desk): void {
  app.command('/causeway', async ({ ack, command, client, respond }) => {
    await ack();
    const request = requestOf(fromSlack(command.text));
    const { channel_id: channel, user_id: user } = command;
    // Until the run has a thread, words are for the asker's eyes only.
    let tell = (message: BlockMessage): Promise<unknown> =>
      respond({ response_type: 'ephemeral', ...message });
    await desk.do(
      async () => {
        if (request.kind === 'usage') {
          await tell(usageMessage());
          return;
        }
        const asked = `<@${user}> asked: ${escapeMrkdwn(request.sentence)}`;
        const thread = await begin(new Thread(client, { channel, thread: null }), asked).catch(sayInvite);
        tell = (message) => thread.post(message);
        await connect(desk, thread, request);
      },
      (message) => tell(message),
    );
  });
}

/** Posts the first message of a thread and answers the thread. */
async function begin(channel: Thread, text: string): Promise<Thread> {
  return channel.threadOf(await channel.post({ text, blocks: [section(text)] }));
}

function sayInvite(thrown: unknown): never {
  const name = platformError(thrown);
  if (name !== 'not_in_channel' && name !== 'channel_not_found') throw thrown;
  throw new RequestError(
    'not_in_channel',
    'The bot is no member of this conversation, so it cannot post here',
    'Invite it with /invite @causeway, or write to it directly',
  );
}
