import { isObject, type Json, type JsonObject, objectOf, textOf } from '../../../core/json/json.ts';

const maxDepth = 8;

/** A form as Postman keeps it, a list of `{key, value, type}`; undefined when it is something else. */
export function formEntries(example: Json): JsonObject[] | undefined {
  if (!Array.isArray(example) || example.length === 0) return undefined;
  const entries = example.filter(isObject);
  return entries.length === example.length && entries.every((entry) => typeof entry['key'] === 'string')
    ? entries
    : undefined;
}

/** The record that a form makes: `items[0][sku]=A` and `items[]` are lists, `address[city]` is a part. A file is a text. */
export function recordOfForm(entries: readonly JsonObject[]): JsonObject {
  const record: JsonObject = {};
  for (const entry of entries) {
    const steps = stepsOf(textOf(entry['key']) ?? '');
    const value = entry['type'] === 'file' ? 'file' : (entry['value'] ?? null);
    if (steps.length > 0 && steps.length <= maxDepth) put(record, steps, value);
  }
  return record;
}

/** `items[0][sku]` → items, [], sku. */
function stepsOf(key: string): string[] {
  const [name, ...rest] = key.split('[');
  if (name === undefined || name.trim() === '' || name === '__proto__') return [];
  const inner = rest.map((step) => step.replace(/\].*$/s, ''));
  if (inner.includes('__proto__')) return [];
  return [name, ...inner.map((step) => (/^\d*$/.test(step) ? '' : step))];
}

function put(into: JsonObject, [name = '', next, ...rest]: readonly string[], value: Json): void {
  if (next === undefined) {
    into[name] = value;
    return;
  }
  if (next === '') {
    const known = into[name];
    const list = Array.isArray(known) ? known : [];
    into[name] = list;
    const [inner, ...further] = rest;
    if (inner === undefined) {
      list.push(value);
      return;
    }
    // Every element looks like the first: one record stands for them all.
    const [first] = list;
    const element = isObject(first) ? first : {};
    if (!isObject(first)) list.push(element);
    put(element, [inner, ...further], value);
    return;
  }
  const known = into[name];
  const part = isObject(known) ? known : {};
  into[name] = part;
  put(part, [next, ...rest], value);
}

/** The schema of a form with what its entries say of themselves: descriptions, files, `[required]`. */
export function withEntryFacts(schema: JsonObject, entries: readonly JsonObject[]): JsonObject {
  const properties = { ...objectOf(schema['properties']) };
  const required: string[] = [];
  for (const entry of entries) {
    const name = textOf(entry['key']) ?? '';
    const property = properties[name];
    if (!isObject(property)) continue;
    const said = textOf(entry['description']) ?? textOf(objectOf(entry['description'])['content']) ?? '';
    const description = said.replace(/\[required\]/gi, '').trim();
    if (/\[required\]/i.test(said)) required.push(name);
    const { examples, ...rest } = property;
    properties[name] = {
      ...rest,
      ...(entry['type'] === 'file' ? { format: 'binary' } : examples === undefined ? {} : { examples }),
      ...(description === '' ? {} : { description }),
    };
  }
  return { ...schema, properties, ...(required.length === 0 ? {} : { required }) };
}
