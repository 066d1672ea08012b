import { isObject, type Json } from '../../../core/json/json.ts';
import type { Exchange } from './exchange.ts';

const idName = /^(?:_?id|uuid|guid|gid|sid|sys_id|key|slug|login|handle)$|(?:_id|[a-z]Id|ID)$/;
const maxIds = 20_000;
const maxDepth = 8;

/** Values that answers give as ids of records: a step of a path that is one of them names a record. */
export function seenIds(exchanges: readonly Exchange[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { responseBody } of exchanges) if (responseBody !== undefined) collect(responseBody, ids, 0);
  return ids;
}

function collect(value: Json, ids: Set<string>, depth: number): void {
  if (depth > maxDepth || ids.size >= maxIds) return;
  if (Array.isArray(value)) {
    for (const inner of value) collect(inner, ids, depth + 1);
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner.length >= 4 && inner.length <= 200 && idName.test(name)) {
        // A plain word (`contacts`, `line_items`) may be the name of a kind of records as well.
        if (/\d/.test(inner) || (/^(?:slug|login|handle)$/.test(name) && inner.includes('-'))) ids.add(inner);
      } else collect(inner, ids, depth + 1);
    }
  }
}
