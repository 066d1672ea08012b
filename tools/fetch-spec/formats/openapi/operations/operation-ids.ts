import { camelCase, words } from '../../../naming/words.ts';
import type { HttpCall } from '../http-call.ts';

/** A unique, stable id for every call: its own, else one made of method and path. */
export function operationIds(calls: readonly HttpCall[]): ReadonlyMap<HttpCall, string> {
  const taken = new Set<string>();
  const ids = new Map<HttpCall, string>();
  for (const call of calls) {
    const base = call.operationId?.slice(0, 200) ?? camelCase(words(`${call.method} ${call.path}`));
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}${count}`;
    taken.add(id);
    ids.set(call, id);
  }
  return ids;
}
