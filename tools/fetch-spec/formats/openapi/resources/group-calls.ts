import type { HttpCall } from '../http-call.ts';
import { type PathParts, pathParts } from './path-parts.ts';

/** The calls on one collection of records and on one of its records. */
export interface Resource {
  readonly key: string;
  readonly names: readonly string[];
  readonly onCollection: HttpCall[];
  readonly onItem: HttpCall[];
  /** Searches below the collection: `/contacts/search`. */
  readonly searches: HttpCall[];
  /** Placeholder that names the record: `contactId`. */
  idParameter: string | null;
}

const searchStep = /^(?:_?search|query|find|lookup|filter|list)$/i;

/** Groups the calls by resource, in the order of their paths. */
export function groupCalls(calls: readonly HttpCall[]): Resource[] {
  const parsed = calls.map((call) => ({ call, parts: pathParts(call.path) }));
  const keys = new Set(parsed.map(({ parts }) => parts.key));
  const resources = new Map<string, Resource>();
  const resource = (key: string, names: readonly string[]): Resource => {
    let known = resources.get(key);
    if (known === undefined) {
      known = { key, names, onCollection: [], onItem: [], searches: [], idParameter: null };
      resources.set(key, known);
    }
    return known;
  };

  for (const { call, parts } of parsed) {
    if (parts.names.length === 0) continue;
    const parent = parentKey(parts);
    // `/objects/{type}` is a collection when there is `/objects/{type}/{id}`.
    if (parts.lastParameter !== null && !keys.has(`${parts.key}/{}`)) {
      const of = resource(parent, parts.names);
      of.onItem.push(call);
      of.idParameter ??= parts.lastParameter;
    } else if (
      parts.names.length > 1 &&
      searchStep.test(parts.steps.at(-1) ?? '') &&
      keys.has(parent) &&
      (!parent.endsWith('{}') || keys.has(`${parent}/{}`))
    ) {
      resource(parent, parts.names.slice(0, -1)).searches.push(call);
    } else {
      resource(parts.key, parts.names).onCollection.push(call);
    }
  }
  return [...resources.values()];
}

function parentKey(parts: PathParts): string {
  return `/${parts.steps.slice(0, -1).join('/')}`;
}
