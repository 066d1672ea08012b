import { isRepositoryName } from '../../tools/core/index.ts';

/** What a message asks for. */
export type SlackRequest =
  | { readonly kind: 'usage' }
  | { readonly kind: 'connect'; readonly sentence: string; readonly repo: string | null };

const asksToConnect =
  /^(?:(?:please|pls|hi|hey|hello|can|could|you|we|i|want|to|let's|lets)[,!]?\s+)*(?:connect|sync|integrate|link|copy|import|export|send|push|pull|move|migrate|bring)\s+\S/i;
/** The last word after "in", without the punctuation that ends the sentence. */
const destination = /\s+in\s+(\S{1,210}?)[.!?]*$/;

/**
 * Reads a message (plain text, see `fromSlack`): "connect HubSpot contacts to NetSuite in acme/integrations" is a
 * sentence for the agent and a repository; what does not ask to connect something gets the usage message.
 */
export function requestOf(text: string): SlackRequest {
  if (!asksToConnect.test(text)) return { kind: 'usage' };
  const last = destination.exec(text);
  const named = last?.[1] !== undefined && isRepositoryName(last[1]) ? last : null;
  return {
    kind: 'connect',
    sentence: (named === null ? text : text.slice(0, named.index)).slice(0, 2_000),
    repo: named?.[1] ?? null,
  };
}
