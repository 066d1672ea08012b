import { code, escapeMrkdwn } from '../text/escape.ts';
import type { BlockMessage } from './block-message.ts';
import { context, section } from './parts.ts';

/** Next steps that differ here from the terminal's. */
const slackHints: Readonly<Record<string, string>> = {
  no_repository: 'End the sentence with "in owner/name", or set CAUSEWAY_REPO where the bot runs',
  run_busy: 'Wait a moment: another window is at it',
};

/** A failure as people see it: code, what happened, what to do next. */
export function errorMessage(error: { code: string; message: string; hint: string }): BlockMessage {
  const message = escapeMrkdwn(error.message, 1_500);
  return {
    text: `${error.code}: ${message}`,
    blocks: [
      section(`:x: ${code(error.code)} ${message}`),
      context(escapeMrkdwn(slackHints[error.code] ?? error.hint, 1_000)),
    ],
  };
}
