import { isObject, type Json, type JsonObject } from '../../../core/json/json.ts';
import { schemaOf } from '../../../core/samples/schema-of.ts';
import { ValueProfile } from '../../../core/samples/value-profile.ts';

const maxDepth = 40;

/** What Postman writes into an example whose value it does not know, and a value of that type. */
const placeholders: Readonly<Record<string, Json>> = {
  string: 'text',
  integer: 1,
  long: 1,
  number: 1.5,
  float: 1.5,
  double: 1.5,
  boolean: true,
  dateTime: '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  uuid: '00000000-0000-4000-8000-000000000000',
  email: 'a@example.com',
  uri: 'https://example.com/',
};

/** The schema of saved example bodies; examples that are placeholders are not kept. Undefined when none is JSON. */
export function schemaOfExamples(examples: readonly Json[]): JsonObject | undefined {
  const profile = new ValueProfile();
  let drawn = false;
  for (const example of examples) {
    const value = typeof example === 'string' ? parse(example) : example;
    if (value === undefined) continue;
    drawn ||= JSON.stringify(value).includes('"<');
    profile.add(filled(value, 0));
  }
  if (profile.objects + profile.arrays === 0) return undefined;
  const schema = schemaOf(profile, []);
  return drawn ? withoutExamples(schema, 0) : schema;
}

/** JSON with Postman's variables in it, quoted or not (`{"id": {{id}}}`). */
function parse(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  for (const candidate of [text, text.replaceAll(/:\s*\{\{[^{}]*\}\}/g, ': null')]) {
    try {
      return JSON.parse(candidate) as Json;
    } catch {
      // The next candidate, or none.
    }
  }
  return undefined;
}

const latin =
  'lorem ipsum dolor sit amet consectetur adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum'.split(
    ' ',
  );
const inventedKey = new RegExp(`^(?:key_\\d+|(?:${latin.join('|')})(?:_?[0-9a-f]{1,3})?)$`, 'i');
/** Latin words that are English names as well. */
const ambiguous = /^(?:id|in|do|ad|ex|non|sit|magna|minim|labore?)$/i;

/** Postman draws the keys of a free-form map from a Latin text: `{"commodo_9": …, "ut_d4": …}`. */
function isInventedMap(value: JsonObject): boolean {
  const names = Object.keys(value);
  return (
    names.length > 0 &&
    names.every((name) => inventedKey.test(name)) &&
    !names.every((name) => ambiguous.test(name))
  );
}

function filled(value: Json, depth: number): Json {
  if (depth > maxDepth) return null;
  if (typeof value === 'string') {
    const name = /^<(\w+)>$/.exec(value)?.[1];
    if (name !== undefined && Object.hasOwn(placeholders, name)) return placeholders[name] ?? null;
    return /^\{\{[^{}]*\}\}$/.test(value) ? 'text' : value;
  }
  if (Array.isArray(value)) return value.map((inner) => filled(inner, depth + 1));
  if (!isObject(value)) return value;
  if (isInventedMap(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, depth + 1)]));
}

/** Without the values that were put in for placeholders, and without the lists they would look like. */
function withoutExamples(schema: JsonObject, depth: number): JsonObject {
  if (depth > maxDepth) return schema;
  const { examples: _, enum: __, ...rest } = schema;
  return Object.fromEntries(
    Object.entries(rest).map(([name, inner]) => {
      if (name === 'properties' && isObject(inner)) {
        return [
          name,
          Object.fromEntries(
            Object.entries(inner).map(([key, property]) => [
              key,
              isObject(property) ? withoutExamples(property, depth + 1) : property,
            ]),
          ),
        ];
      }
      return [name, name === 'items' && isObject(inner) ? withoutExamples(inner, depth + 1) : inner];
    }),
  );
}
