import type { Authorizer } from './authorizer.ts';

/** A key in a header of its own. */
export function apiKey(header: string, key: string): Authorizer {
  return { headers: async () => ({ [header]: key }), renew: () => false };
}
