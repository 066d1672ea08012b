import type { Entity } from './entity.ts';

type Calls = Pick<Entity['operations'], 'get' | 'upsert'>;

/**
 * What stands before an external id where else a record's id stands: `eid:` of `/contact/eid:{externalId}`, beside
 * `/contact/{id}`. Null when the API has no such way.
 */
export function externalPrefix({ get, upsert }: Calls): string | null {
  if (get === undefined || upsert === undefined) return null;
  const [before = '', after] = get.path.split(/\{[^{}]*\}/);
  const [start = '', end] = upsert.path.split(/\{[^{}]*\}/);
  if (after === undefined || after !== end || !start.startsWith(before)) return null;
  const prefix = start.slice(before.length);
  return prefix.includes('/') ? null : prefix;
}

/** Whether every record that a write may change can be looked at before: an upsert changes what was never seen. */
export function canReadBeforeWrite(calls: Calls): boolean {
  return calls.get !== undefined && (calls.upsert === undefined || externalPrefix(calls) !== null);
}
