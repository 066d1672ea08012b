import type { Authorizer } from './authorizer.ts';

/** User name and password: `Authorization: Basic …`. */
export function basic(username: string, password: string): Authorizer {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const encoded = btoa(String.fromCharCode(...bytes));
  return { headers: async () => ({ Authorization: `Basic ${encoded}` }), renew: () => false };
}
