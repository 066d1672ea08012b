import type { BlockAction, ButtonAction, webApi } from '@slack/bolt';
import { ReviewValue } from '../../blocks/review.ts';
import type { Click } from '../../flows/click.ts';
import { Thread } from '../../thread.ts';

/** The click behind a button payload; null when it is not on a review message of ours. */
export function clickOf(body: BlockAction<ButtonAction>, client: webApi.WebClient): Click | null {
  const channel = body.channel?.id;
  const message = body.message;
  const value = ReviewValue.safeParse(parsed(body.actions[0]?.value ?? ''));
  if (channel === undefined || message === undefined || !value.success) return null;
  const root: unknown = message['thread_ts'];
  const thread = typeof root === 'string' ? root : message.ts;
  return {
    value: value.data,
    user: body.user.id,
    message: message.ts,
    thread: new Thread(client, { channel, thread }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
