import { isObject, type Json, objectOf, property, textOf } from '../../../../core/json/json.ts';
import { formatPointer } from '../../../../core/json/pointer.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import { oneLine } from '../../../../core/text/index.ts';
import type { EntitySummary } from '../../../../model/index.ts';
import { sentence, words } from '../../../naming/words.ts';
import { RecordNames } from './record-names.ts';

/** Most record types of one document. */
const maxRecords = 5_000;
/** How deep definitions are grouped in definitions. */
const maxGroups = 3;

/**
 * Record types of a JSON Schema document: what its root describes (an object, a list or a map of them), and every
 * definition with properties. `called` are names for the root, the best first.
 */
export function schemaRecords(reader: SchemaReader, called: readonly string[]): EntitySummary[] {
  const names = new RecordNames();
  const records: EntitySummary[] = [];
  const places = new Set<string>();
  const add = (located: Located, ...spellings: string[]): void => {
    const shape = reader.shape(located);
    if (shape.properties.size === 0 || records.length >= maxRecords || places.has(located.at)) return;
    const named = names.take(...spellings);
    if (named === undefined) return;
    places.add(located.at);
    const title = textOf(property(located.node, 'title'));
    const short = title !== null && words(title).length <= 5 ? oneLine(title, 80) : null;
    records.push({
      name: named.name,
      label: short ?? sentence(words(named.name)),
      aliases: [...new Set([...named.aliases, ...(title === null ? [] : [oneLine(title, 200)])])],
      operations: {},
      fieldCount: shape.properties.size,
      schemaAt: located.at,
    });
  };
  const root = reader.at('');
  const own = root === undefined ? undefined : rootRecord(reader, root);
  if (own !== undefined) add(own, ...called);
  for (const container of ['definitions', '$defs']) {
    const definitions = reader.at(formatPointer([container]));
    if (definitions !== undefined) addDefinitions(definitions, 0);
  }
  return records;

  function addDefinitions(group: Located, depth: number): void {
    for (const [key, node] of Object.entries(objectOf(group.node))) {
      const located = reader.child(group, key);
      if (located === undefined || !isObject(node)) continue;
      if (isGroup(node) && depth < maxGroups) addDefinitions(located, depth + 1);
      else add(located, key);
    }
  }
}

/** The record a root describes; undefined when it only refers to definitions. */
function rootRecord(reader: SchemaReader, root: Located): Located | undefined {
  const shape = reader.shape(root);
  const { items, map } = shape;
  const inside = items ?? (map === true ? undefined : map);
  if (shape.properties.size === 0) {
    return inside === undefined || isReference(inside.node) ? undefined : inside;
  }
  const variants = ['oneOf', 'anyOf'].flatMap((name) => {
    const list = property(root.node, name);
    return Array.isArray(list) ? list : [];
  });
  const hasOwn = ['properties', 'allOf'].some((name) => property(root.node, name) !== undefined);
  // A catalogue of events, or one definition under another name.
  if (!hasOwn && (isReference(root.node) || variants.every(isReference))) return undefined;
  return root;
}

function isReference(node: Json): boolean {
  return property(node, '$ref') !== undefined;
}

/** Definitions grouped under a name: an object of schemas that is none itself. */
function isGroup(node: Json): boolean {
  const inner = Object.entries(objectOf(node));
  const marks =
    /^(?:type|properties|\$ref|allOf|anyOf|oneOf|enum|const|items|format|description|title|required|additionalProperties|\$id|id|not|extends)$/;
  return inner.length > 0 && inner.every(([key, child]) => isObject(child) && !marks.test(key));
}
