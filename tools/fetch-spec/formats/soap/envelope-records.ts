import { arrayOf, type JsonObject, objectOf, textOf } from '../../../core/json/json.ts';
import { readPointer } from '../../../core/json/pointer.ts';

/** A record inside a message. */
export interface EnvelopeRecord {
  /** Dot path of members from the message's body element. */
  readonly path: string;
  /** Pointer to the schema in the document. */
  readonly at: string;
  readonly many: boolean;
}

const maxDepth = 4;
const maxVisits = 400;
const aside =
  /(?:status|fault|error|exception|header|passport|preferences|options?|paging|pagination|ref|reference)$/i;

/** The object types inside a message, the outermost first; wrappers come before what they wrap. A base
 * that others extend (`isFamily`) may have no members of its own. */
export function recordsIn(
  document: JsonObject,
  start: string,
  isFamily: (at: string) => boolean,
): EnvelopeRecord[] {
  const found: EnvelopeRecord[] = [];
  const queue: (EnvelopeRecord & { depth: number })[] = [{ path: '', at: start, many: false, depth: 0 }];
  const seen = new Set<string>([start]);
  for (let next = queue.shift(); next !== undefined && seen.size < maxVisits; next = queue.shift()) {
    if (next.depth >= maxDepth) continue;
    for (const [name, schema] of membersOf(document, next.at)) {
      if (aside.test(name)) continue;
      const { items, many } = elementsOf(document, schema);
      const reference = textOf(items['$ref']);
      const at = reference?.startsWith('#/') ? reference.slice(1) : null;
      if (at === null || seen.has(at)) continue;
      seen.add(at);
      const path = next.path === '' ? pathStep(name) : `${next.path}.${pathStep(name)}`;
      const inner = { path, at, many: next.many || many };
      if (isFamily(at) || membersOf(document, at).length > 0) found.push(inner);
      queue.push({ ...inner, depth: next.depth + 1 });
    }
  }
  return found;
}

/** What a list is of, where the list stands here or is a type of its own (`ArrayOfProduct`); else the schema itself. */
function elementsOf(document: JsonObject, schema: JsonObject): { items: JsonObject; many: boolean } {
  if (schema['type'] === 'array') return { items: objectOf(schema['items']), many: true };
  const reference = textOf(schema['$ref']);
  const target = reference?.startsWith('#/') ? objectOf(readPointer(document, reference.slice(1))) : {};
  return target['type'] === 'array'
    ? { items: objectOf(target['items']), many: true }
    : { items: schema, many: false };
}

/** Members of an object schema with those of its bases. */
export function membersOf(document: JsonObject, pointer: string): [string, JsonObject][] {
  const members = new Map<string, JsonObject>();
  const entered = new Set<string>();
  const enter = (schema: JsonObject): void => {
    const reference = textOf(schema['$ref']);
    if (reference?.startsWith('#/') && !entered.has(reference) && entered.size < 50) {
      entered.add(reference);
      enter(objectOf(readPointer(document, reference.slice(1))));
    }
    for (const part of arrayOf(schema['allOf'])) enter(objectOf(part));
    for (const [name, member] of Object.entries(objectOf(schema['properties'])))
      members.set(name, objectOf(member));
  };
  enter(objectOf(readPointer(document, pointer)));
  return [...members];
}

/** How many members hold a plain value: a wrapper has none or few. */
export function valuesOf(document: JsonObject, pointer: string): number {
  return membersOf(document, pointer).filter(
    ([, schema]) => schema['type'] !== 'array' && !isObjectType(document, schema),
  ).length;
}

function isObjectType(document: JsonObject, schema: JsonObject): boolean {
  const reference = textOf(schema['$ref']);
  const target = reference?.startsWith('#/') ? objectOf(readPointer(document, reference.slice(1))) : schema;
  return (
    target['type'] === 'object' ||
    'properties' in target ||
    (reference !== null && 'allOf' in target && !('enum' in target))
  );
}

function pathStep(name: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll('.', '\\.');
}
