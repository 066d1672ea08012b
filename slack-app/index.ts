/** The Slack face. */
export { type SlackOptions, type SlackServer, serveSlack } from './app.ts';
export type { SlackAgent } from './slack-agent.ts';
