import { isObject } from '../../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import { singular } from '../../../../core/text/singular.ts';
import { words } from '../../../naming/words.ts';
import type { Resource } from './group-calls.ts';

/** One property is a wrapper, or says too little. */
const leastProperties = 2;

/**
 * The named schema of a resource whose calls say nothing of their bodies: its name is the end of the resource's path
 * (`/settings/sharing_rules` and `SharingRule`), the longest such name. Undefined when there is none.
 */
export function namedRecord(reader: SchemaReader, { names }: Resource): Located | undefined {
  const schemas = reader.at('/components/schemas');
  if (schemas === undefined || !isObject(schemas.node)) return undefined;
  // A mark of what is custom is no part of a name: `Visits__c`.
  const path = names.flatMap((name) => oneOf(name.replace(/__[a-z]{1,2}$/i, ''))).join(' ');
  let best: { located: Located; length: number } | undefined;
  for (const key of Object.keys(schemas.node)) {
    const name = oneOf(key).join(' ');
    const isEnd = name !== '' && (path === name || path.endsWith(` ${name}`));
    if (!isEnd || name.length <= (best?.length ?? 0)) continue;
    const located = reader.child(schemas, key);
    if (located === undefined || reader.shape(located).properties.size < leastProperties) continue;
    best = { located, length: name.length };
  }
  return best?.located;
}

/** Words of a name, the last one in the singular. */
function oneOf(name: string): string[] {
  const parts = words(name);
  const last = parts.pop();
  return last === undefined ? [] : [...parts, singular(last)];
}
