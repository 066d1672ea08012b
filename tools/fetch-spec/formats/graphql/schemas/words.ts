import type { JsonObject } from '../../../../core/json/json.ts';
import type { GraphField } from '../graph/graph.ts';

const maxDescription = 1_000;

/** What a field says of itself in words, as keywords of its schema. */
export function wordsOf({ description, deprecated }: GraphField): JsonObject {
  const reason = deprecated === null || deprecated === 'deprecated' ? '' : `Deprecated: ${deprecated}`;
  const text = [description ?? '', reason].filter((part) => part !== '').join('\n');
  return {
    ...(text === '' ? {} : { description: text.slice(0, maxDescription) }),
    ...(deprecated === null ? {} : { deprecated: true }),
  };
}
