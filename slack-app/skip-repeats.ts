import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { Recent } from './recent.ts';

/**
 * Slack delivers an event again when the first answer was slow or lost (X-Slack-Retry-Num), and Bolt passes it on:
 * an event id is let through once. A retry whose first delivery never arrived here is new, and passes.
 */
export function skipRepeats(remembered = 1_000): Middleware<AnyMiddlewareArgs> {
  const seen = new Recent<true>(remembered);
  return async ({ body, next }) => {
    const id = 'event_id' in body && typeof body.event_id === 'string' ? body.event_id : null;
    if (id !== null) {
      if (seen.get(id) === true) return;
      seen.set(id, true);
    }
    await next();
  };
}
