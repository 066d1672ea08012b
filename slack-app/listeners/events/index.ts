import type { App } from '@slack/bolt';
import type { Desk } from '../../desk.ts';
import { registerAppMention } from './app-mention.ts';
import { registerDirectMessage } from './direct-message.ts';

export function registerEvents(app: App, desk: Desk): void {
  registerAppMention(app, desk);
  registerDirectMessage(app, desk);
}
