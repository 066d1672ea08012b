/** What a message asks for. */
export type SlackRequest =
  | { readonly kind: 'usage' }
  | { readonly kind: 'connect'; readonly sentence: string; readonly repo: string | null };

const asksToConnect =
  /^(?:(?:please|pls|hi|hey|hello|can|could|you|we|i|want|to|let's|lets)[,!]?\s+)*(?:connect|sync|integrate|link|copy|import|export|send|push|pull|move|migrate|bring)\s+\S/i;
const destination = /\s+in\s+([A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*?)[.!?]*$/;

/**
 * Reads a message (plain text, see `fromSlack`): "connect HubSpot contacts to NetSuite in acme/integrations" is a
 * sentence for the agent and a repository; what does not ask to connect something gets the usage message.
 */
export function requestOf(text: string): SlackRequest {
  if (!asksToConnect.test(text)) return { kind: 'usage' };
  const named = destination.exec(text);
  return {
    kind: 'connect',
    sentence: (named === null ? text : text.slice(0, named.index)).slice(0, 2_000),
    repo: named?.[1] ?? null,
  };
}
