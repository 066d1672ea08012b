import type { Authorizer } from './authorizer.ts';

/** A token that does not change: `Authorization: Bearer …`. */
export function bearer(token: string): Authorizer {
  return { headers: async () => ({ Authorization: `Bearer ${token}` }), renew: () => false };
}
