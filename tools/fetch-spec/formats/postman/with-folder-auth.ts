import { isObject, type Json, type JsonObject, property, textOf } from '../../../core/json/json.ts';

/** Folders are not deeper than this. */
const maxDepth = 30;
/** What the converter knows; of others it complains on the terminal. */
const known = new Set(['apikey', 'basic', 'bearer', 'oauth2', 'noauth']);

/**
 * The requests of a collection, in order, each with what its nearest folder says of authentication: the converter reads
 * only the collection's own and the request's. Changes the collection.
 */
export function requestsWithAuth(collection: JsonObject): JsonObject[] {
  keepKnown(collection);
  return requestsIn(collection, undefined, 0);
}

function requestsIn(folder: JsonObject, inherited: Json | undefined, depth: number): JsonObject[] {
  const { item } = folder;
  if (!Array.isArray(item) || depth >= maxDepth) return [];
  // An empty request stops the converter.
  const kept = item.filter(isObject).filter(({ request }) => request !== null);
  folder['item'] = kept;
  return kept.flatMap((inner) => {
    const { request } = inner;
    for (const owner of [inner, request]) if (isObject(owner)) keepKnown(owner);
    if (Array.isArray(inner['item'])) return requestsIn(inner, inner['auth'] ?? inherited, depth + 1);
    if (!isObject(request)) return [];
    const auth = request['auth'] ?? inner['auth'] ?? inherited;
    if (auth !== undefined) request['auth'] = auth;
    return [inner];
  });
}

/** Without a kind of authentication that is not known; `null` says "as the folder". */
function keepKnown(owner: JsonObject): void {
  if (owner['auth'] !== undefined && !known.has(textOf(property(owner['auth'], 'type')) ?? ''))
    delete owner['auth'];
}
