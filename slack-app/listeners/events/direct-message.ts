import type { App } from '@slack/bolt';
import type { Desk } from '../../desk.ts';
import { answer } from '../../flows/answer.ts';
import { Thread } from '../../thread.ts';

/** A message to the bot itself, answered in its thread. */
export function registerDirectMessage(app: App, desk: Desk): void {
  app.event('message', async ({ event, client }) => {
    // Edits, joins and other bots' words are no requests; in channels only mentions are.
    if (event.subtype !== undefined || event.channel_type !== 'im' || event.bot_id !== undefined) return;
    const thread = new Thread(client, { channel: event.channel, thread: event.thread_ts ?? event.ts });
    await answer(desk, thread, event.text ?? '');
  });
}
