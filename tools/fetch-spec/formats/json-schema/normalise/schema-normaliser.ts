import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
} from '../../../../core/json/json.ts';
import { formatPointer } from '../../../../core/json/pointer.ts';
import { oneLine } from '../../../../core/text/index.ts';
import type { Warning } from '../../../../model/index.ts';
import { addConditions } from './conditions.ts';
import { ReferenceIndex, type Resource, wholeDocument } from './reference-index.ts';
import { schemaType } from './schema-type.ts';

const maxWarnings = 10;
const maps = new Set(['definitions', '$defs', 'properties']);
const lists = new Set(['allOf', 'anyOf', 'oneOf']);
/** Read elsewhere, or says nothing of what a record has. */
const dropped = new Set([
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'type',
  'required',
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  'unevaluatedProperties',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'extends',
  'disallow',
  'divisibleBy',
  'not',
  'contains',
  'if',
  'then',
  'else',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
]);

/**
 * Rewrites JSON Schemas of any draft (3 to 2020-12) as those that the projection reads. Every schema stays at its place in
 * the document, so that pointers stay right.
 */
export class SchemaNormaliser {
  readonly warnings: Warning[] = [];
  readonly #index: ReferenceIndex;
  #unresolved = 0;

  constructor(document: JsonObject) {
    this.#index = new ReferenceIndex(document);
  }

  /** The schema at a place of the document. */
  schema(node: Json | undefined, at: string, around: Resource = wholeDocument): JsonObject {
    if (!isObject(node)) return {};
    const resource = this.#index.resource(node, at, around);
    const inner = (child: Json | undefined, ...steps: string[]) =>
      this.schema(child, at + formatPointer(steps), resource);
    const result: JsonObject = {};
    for (const [key, value] of Object.entries(node)) {
      if (maps.has(key)) result[key] = this.#map(value, (child, name) => inner(child, key, name));
      else if (lists.has(key)) {
        result[key] = arrayOf(value).map((child, index) => inner(child, key, String(index)));
      } else if (!dropped.has(key)) result[key] = value;
    }
    this.#reference(node, result, at, resource);
    this.#type(node, result, inner);
    this.#required(node, result);
    this.#items(node, result, inner);
    this.#rest(node, result, inner);
    const extended = property(node, 'extends');
    if (extended !== undefined) {
      const above = Array.isArray(extended)
        ? extended.map((child, index) => inner(child, 'extends', String(index)))
        : [inner(extended, 'extends')];
      result['allOf'] = [...above, ...arrayOf(result['allOf'])];
    }
    this.#conditions(node, result, inner);
    return result;
  }

  #map(value: Json, schema: (child: Json, name: string) => JsonObject): JsonObject {
    const entries = Object.entries(objectOf(value));
    // `false` is a property that must not be there.
    return Object.fromEntries(
      entries.filter(([, child]) => child !== false).map(([name, child]) => [name, schema(child, name)]),
    );
  }

  #reference(node: JsonObject, result: JsonObject, at: string, resource: Resource): void {
    for (const key of ['$ref', '$dynamicRef', '$recursiveRef']) {
      const reference = property(node, key);
      if (typeof reference !== 'string') continue;
      const resolved = this.#index.resolve(reference, resource);
      result['$ref'] = resolved ?? reference;
      if (resolved !== undefined || /^https?:\/\/json-schema\.org\//.test(reference)) return;
      this.#unresolved += 1;
      if (this.#unresolved > maxWarnings) return;
      const message = `The reference ${JSON.stringify(oneLine(reference, 200))} leads to nothing that can be read`;
      this.warnings.push({ code: 'unresolved_reference', message, at });
      return;
    }
  }

  #type(node: JsonObject, result: JsonObject, inner: Inner): void {
    const type = property(node, 'type');
    if (type === undefined) return;
    const { anyOf, ...said } = schemaType(type, (child, index) =>
      Array.isArray(type) ? inner(child, 'type', String(index)) : inner(child, 'type'),
    );
    // The author's own format goes before one that was guessed from the type.
    for (const [key, value] of Object.entries(said)) if (!Object.hasOwn(result, key)) result[key] = value;
    if (anyOf !== undefined) result['anyOf'] = [...arrayOf(result['anyOf']), ...arrayOf(anyOf)];
  }

  /** Names that must be there: the list of draft 4 and later, and draft 3's flag at the property. */
  #required(node: JsonObject, result: JsonObject): void {
    const named = arrayOf(property(node, 'required')).filter((name) => typeof name === 'string');
    const flagged = Object.entries(objectOf(property(node, 'properties')))
      .filter(([, child]) => property(child, 'required') === true)
      .map(([name]) => name);
    const all = [...new Set([...named, ...flagged])];
    if (all.length > 0) result['required'] = all;
  }

  /** A list whose places have schemas of their own has elements of any of them. */
  #items(node: JsonObject, result: JsonObject, inner: Inner): void {
    const items = property(node, 'items');
    const places = Array.isArray(items) ? 'items' : 'prefixItems';
    const tuple = arrayOf(property(node, places)).map((child, index) => inner(child, places, String(index)));
    if (isObject(items)) {
      const all = inner(items, 'items');
      result['items'] = tuple.length === 0 ? all : { anyOf: [...tuple, all] };
    } else if (tuple.length > 0) result['items'] = tuple.length === 1 ? (tuple[0] ?? {}) : { anyOf: tuple };
    if (property(node, 'type') === 'array' && result['items'] === undefined) result['items'] = {};
  }

  /** Properties beyond the named ones: by any name, or by names of a pattern. */
  #rest(node: JsonObject, result: JsonObject, inner: Inner): void {
    const patterns = Object.entries(objectOf(property(node, 'patternProperties')))
      // `^x-` and the like are extensions of the format, not data.
      .filter(([pattern, child]) => isObject(child) && !/^\^?x-/.test(pattern))
      .map(([pattern, child]) => inner(child, 'patternProperties', pattern));
    const additional = property(node, 'additionalProperties') ?? property(node, 'unevaluatedProperties');
    if (isObject(additional) && Object.keys(additional).length > 0) {
      result['additionalProperties'] = inner(additional, 'additionalProperties');
    } else if (patterns.length > 0) {
      result['additionalProperties'] = patterns.length === 1 ? (patterns[0] ?? {}) : { anyOf: patterns };
    } else if (additional === true || isObject(additional)) result['additionalProperties'] = true;
  }

  /** What holds only under a condition, at this schema and at parts of it that are nothing but conditions. */
  #conditions(node: JsonObject, result: JsonObject, inner: Inner): void {
    const own = ['if', 'dependencies', 'dependentRequired', 'dependentSchemas'];
    const isConditional = (part: Json): part is JsonObject =>
      isObject(part) && own.some((key) => Object.hasOwn(part, key));
    const properties = objectOf(result['properties']);
    const before = Object.keys(properties).length;
    if (isConditional(node)) addConditions(node, properties, inner);
    for (const [index, part] of arrayOf(property(node, 'allOf')).entries()) {
      if (!isConditional(part) || Object.hasOwn(part, 'properties')) continue;
      addConditions(part, properties, (child, ...steps) => inner(child, 'allOf', String(index), ...steps));
    }
    if (before > 0 || Object.keys(properties).length > 0) result['properties'] = properties;
  }
}

type Inner = (child: Json | undefined, ...steps: string[]) => JsonObject;
