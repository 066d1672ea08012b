import type { SchemaShape } from '../../../../core/openapi/draft.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';

/** Where the record or the records are in a body. */
export interface Envelope {
  /** Dot path: `results`, `data`, '' for the body itself. */
  readonly path: string;
  readonly record: Located;
}

const listNames = [
  'results',
  'data',
  'items',
  'value',
  'records',
  'entries',
  'list',
  'values',
  'elements',
  'content',
  'rows',
];
const listParents = [
  'data',
  'result',
  'results',
  'response',
  'payload',
  'body',
  '_embedded',
  'QueryResponse',
  'page',
];
const recordNames = ['data', 'result', 'record', 'item', 'response', 'resource'];
const aboutCall =
  /^(?:ok|success|succeeded|status(?:_?code)?|code|result_?code|message|msg|errors?|warnings?|request_?id|time(?:stamp)?|meta(?:data)?|response_?metadata|additional_data|related_objects|links?|included|jsonapi)$/i;
const beside = /^(?:errors?|warnings?|links?|included|messages?)$/i;

/** The list of records in a body: the body itself, or a property that is known, named as the resource, or the only list. */
export function findRecords(
  reader: SchemaReader,
  body: Located,
  names: readonly string[],
): Envelope | undefined {
  const shape = reader.shape(body);
  if (shape.items !== undefined) return { path: '', record: shape.items };
  return listIn(reader, shape, names) ?? nestedList(reader, shape, names);
}

function nestedList(
  reader: SchemaReader,
  shape: SchemaShape,
  names: readonly string[],
): Envelope | undefined {
  for (const name of listParents) {
    const parent = shape.properties.get(name);
    const inner = parent === undefined ? undefined : listIn(reader, reader.shape(parent), names);
    if (inner !== undefined) return { path: `${step(name)}.${inner.path}`, record: inner.record };
  }
  return undefined;
}

function listIn(reader: SchemaReader, shape: SchemaShape, names: readonly string[]): Envelope | undefined {
  const lists = [...shape.properties].flatMap(([name, located]) => {
    const { items } = reader.shape(located);
    // `messages` come beside the records, unless messages are what was asked for (Twilio).
    const isBeside = beside.test(name) && !names.some((own) => own.toLowerCase() === name.toLowerCase());
    return items === undefined || isBeside || isScalar(reader.shape(items)) ? [] : [{ name, items }];
  });
  const wanted = [...names, ...listNames];
  const named = wanted.flatMap((name) =>
    lists.filter((list) => list.name.toLowerCase() === name.toLowerCase()),
  )[0];
  // A record has lists of its own: an only list is the answer's when the answer has no id.
  const found = named ?? (lists.length === 1 && !hasId(shape) ? lists[0] : undefined);
  // `Contacts` in the answer of `/Contacts` is the list, whatever id the answer itself has (Xero).
  const own = named !== undefined && (listNames.includes(named.name) || named.name === names[0]);
  return found === undefined || (named !== undefined && hasId(shape) && !own)
    ? undefined
    : { path: step(found.name), record: found.items };
}

/** The one record in a body: the body itself, or a property that wraps it (`contact`, `data`). */
export function findRecord(reader: SchemaReader, body: Located, names: readonly string[]): Envelope {
  const shape = reader.shape(body);
  if (hasId(shape) || shape.properties.size > 8) return { path: '', record: body };
  for (const name of [...names, ...recordNames]) {
    for (const [key, located] of shape.properties) {
      if (key.toLowerCase() !== name.toLowerCase()) continue;
      const inner = reader.shape(located);
      if (inner.properties.size > 0 || inner.map !== undefined) return { path: step(key), record: located };
      if (inner.items !== undefined && reader.shape(inner.items).properties.size > 0) {
        return { path: `${step(key)}.0`, record: inner.items };
      }
    }
  }
  return onlyRecord(reader, shape) ?? { path: '', record: body };
}

/** The one object in a body that else only says how the call went: `{ok, channel: {…}}`. */
function onlyRecord(reader: SchemaReader, shape: SchemaShape): Envelope | undefined {
  const others = [...shape.properties].filter(([name]) => !aboutCall.test(name));
  const [only] = others;
  if (only === undefined || others.length > 1 || shape.properties.size < 2) return undefined;
  const [name, located] = only;
  return reader.shape(located).properties.size > 1 ? { path: step(name), record: located } : undefined;
}

function hasId(shape: SchemaShape): boolean {
  return [...shape.properties.keys()].some((name) => /^_?(?:id|uuid|gid|key|self)$/i.test(name));
}

function isScalar(shape: SchemaShape): boolean {
  return (
    shape.properties.size === 0 && [...shape.types].some((type) => type !== 'object' && type !== 'array')
  );
}

/** A property name as a step of a dot path. */
function step(name: string): string {
  return name.replaceAll('.', '\\.');
}
