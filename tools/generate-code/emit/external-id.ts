import type { Operations } from '../plan/operations.ts';

/**
 * What stands before an external id where else a record's id stands: `eid:` of `/contact/eid:{externalId}`, beside
 * `/contact/{id}`. Null when the API has no such way.
 */
export function externalPrefix({ get, upsert }: Operations): string | null {
  if (get === undefined || upsert === undefined) return null;
  const [before = '', after] = get.path.split(/\{[^{}]*\}/);
  const [start = '', end] = upsert.path.split(/\{[^{}]*\}/);
  if (after === undefined || after !== end || !start.startsWith(before)) return null;
  const prefix = start.slice(before.length);
  return prefix.includes('/') ? null : prefix;
}
