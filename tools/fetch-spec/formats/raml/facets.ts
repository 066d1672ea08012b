import { isObject, type Json, type JsonObject, property } from '../../../core/json/json.ts';
import { scalarOf } from './declared.ts';
import { includeKey } from './parse-raml.ts';

const plain = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'pattern',
  'format',
  'enum',
  'default',
];

/** What a declaration says besides its structure: texts, limits, marks. */
export function facetsOf(declaration: JsonObject): JsonObject {
  const found: JsonObject = {};
  for (const key of plain) {
    const value = declaration[key];
    if (value !== undefined && value !== null) found[key] = value;
  }
  const title = scalarOf(declaration['displayName']);
  const description = scalarOf(declaration['description']);
  const example = exampleOf(declaration);
  if (title !== null) found['title'] = title;
  if (description !== null) found['description'] = description;
  if (example !== undefined && typeof example !== 'object') found['example'] = example;
  for (const [mark, keyword] of [
    ['deprecated', 'deprecated'],
    ['read-?only', 'readOnly'],
    ['write-?only', 'writeOnly'],
  ] as const) {
    if (isMarked(declaration, mark)) found[keyword] = true;
  }
  return found;
}

/** Is there an annotation of this name, `(deprecated)` or `(lib.deprecated)`, that is not switched off? */
export function isMarked(declaration: JsonObject, name: string): boolean {
  const wanted = new RegExp(`^\\((?:[\\w@-]+\\.)?${name}\\)$`, 'i');
  return Object.entries(declaration).some(([key, value]) => wanted.test(key) && value !== false);
}

/** The first example of a declaration, out of the ways to write one. */
export function exampleOf(declaration: JsonObject): Json | undefined {
  const { example, examples } = declaration;
  if (example !== undefined && example !== null) return plainExample(example);
  const [first] = Array.isArray(examples) ? examples : isObject(examples) ? Object.values(examples) : [];
  return first === undefined || first === null ? undefined : plainExample(first);
}

/** An example may be a map with its value and whether it is checked. */
function plainExample(example: Json): Json | undefined {
  if (property(example, includeKey) !== undefined) return undefined;
  const value = property(example, 'value');
  const wrapped =
    isObject(example) &&
    Object.keys(example).every((key) => /^(?:value|strict|displayName|description|\(.*\))$/.test(key));
  return wrapped && value !== undefined ? value : example;
}
