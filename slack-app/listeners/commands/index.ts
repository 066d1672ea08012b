import type { App } from '@slack/bolt';
import type { Desk } from '../../desk.ts';
import { registerCauseway } from './causeway.ts';

export function registerCommands(app: App, desk: Desk): void {
  registerCauseway(app, desk);
}
