import type { App } from '@slack/bolt';
import type { Desk } from '../../desk.ts';
import { registerApprove } from './approve.ts';
import { registerReject } from './reject.ts';

export function registerActions(app: App, desk: Desk): void {
  registerApprove(app, desk);
  registerReject(app, desk);
}
