import { type Config, RequestError } from '../tools/core/index.ts';

/** How the app speaks with Slack: its bot token, and one of the two ways in. */
export type Credentials = { readonly botToken: string } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

/** Socket Mode when there is an app token, else HTTP. Throws `slack_not_configured`, which names variables only. */
export function credentialsOf({ slack }: Config): Credentials {
  const { botToken, appToken, signingSecret } = slack;
  const missing = [
    ...(botToken === null ? ['SLACK_BOT_TOKEN'] : []),
    ...(appToken === null && signingSecret === null ? ['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET'] : []),
  ];
  if (botToken !== null && appToken !== null) return { mode: 'socket', botToken, appToken };
  if (botToken !== null && signingSecret !== null) return { mode: 'http', botToken, signingSecret };
  throw new RequestError(
    'slack_not_configured',
    `Slack needs ${missing.join(', and ')}`,
    'Set them as docs/slack.md says: SLACK_APP_TOKEN for Socket Mode, SLACK_SIGNING_SECRET for HTTP',
  );
}
