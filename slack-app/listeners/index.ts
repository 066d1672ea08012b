import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { skipRepeats } from '../skip-repeats.ts';
import { registerActions } from './actions/index.ts';
import { registerCommands } from './commands/index.ts';
import { registerEvents } from './events/index.ts';

/** Everything the app listens to; manifest.json asks Slack for the same. */
export function registerListeners(app: App, desk: Desk): void {
  app.use(skipRepeats());
  registerEvents(app, desk);
  registerActions(app, desk);
  registerCommands(app, desk);
}
