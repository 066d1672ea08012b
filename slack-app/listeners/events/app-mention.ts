import type { App } from '@slack/bolt';
import type { Desk } from '../../desk.ts';
import { answer } from '../../flows/answer.ts';
import { Thread } from '../../thread.ts';

/** "@causeway connect HubSpot contacts to NetSuite", answered in the mention's thread. */
export function registerAppMention(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, client }) => {
    // Another bot's mention could begin a conversation without end.
    if (event.bot_id !== undefined) return;
    const thread = new Thread(client, { channel: event.channel, thread: event.thread_ts ?? event.ts });
    await answer(desk, thread, event.text);
  });
}
