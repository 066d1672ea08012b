import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { rejectAction } from '../../blocks/review.ts';
import type { Desk } from '../../desk.ts';
import { reject } from '../../flows/reject.ts';
import { clickOf } from './click-of.ts';

/** The Reject button of a review message. */
export function registerReject(app: App, desk: Desk): void {
  app.action<BlockAction<ButtonAction>>(rejectAction, async ({ ack, body, client }) => {
    await ack();
    const click = clickOf(body, client);
    if (click === null) return;
    await desk.do(
      () => reject(desk, click),
      (message) => click.thread.post(message),
    );
  });
}
