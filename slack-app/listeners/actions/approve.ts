import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { approveAction } from '../../blocks/review.ts';
import type { Desk } from '../../desk.ts';
import { approve } from '../../flows/approve.ts';
import { clickOf } from './click-of.ts';

/** The Approve button of a review message. */
export function registerApprove(app: App, desk: Desk): void {
  app.action<BlockAction<ButtonAction>>(approveAction, async ({ ack, body, client }) => {
    await ack();
    const click = clickOf(body, client);
    if (click === null) return;
    await desk.do(
      () => approve(desk, click),
      (message) => click.thread.post(message),
    );
  });
}
