/** Slack's own name for a refused Web API call, such as `invalid_auth`; null for any other failure. */
export function platformError(thrown: unknown): string | null {
  const data: unknown = thrown instanceof Error && 'data' in thrown ? thrown.data : null;
  const name: unknown = typeof data === 'object' && data !== null && 'error' in data ? data.error : null;
  return typeof name === 'string' && /^\w+$/.test(name) ? name : null;
}
