import type { ServerContext } from '@modelcontextprotocol/server';

/** Sends one progress notification per message, where the client asked for them. A client that left is no failure. */
export function progressOf(context: ServerContext): (message: string) => void {
  const token = context.mcpReq._meta?.progressToken;
  if (token === undefined) return () => {};
  let progress = 0;
  return (message) => {
    progress += 1;
    const params = { progressToken: token, progress, message };
    context.mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
  };
}
