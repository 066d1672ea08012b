import { isObject, type Json, type JsonObject, objectOf } from '../../../core/json/json.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { Warning } from '../../../model/index.ts';
import { builtInType, httpDate, isNil } from './built-in-type.ts';
import { ComponentNames, referring } from './component-names.ts';
import { globalName } from './declared.ts';
import { embeddedName, embeddedSchema, isEmbedded, parseEmbedded } from './embedded-schemas.ts';
import { facetsOf } from './facets.ts';
import { includeKey } from './parse-raml.ts';
import { propertiesOf } from './properties.ts';
import { parseTypeExpression, type TypeExpression } from './type-expression.ts';

const maxNodes = 500_000;
const structural = ['properties', 'required', 'items', 'additionalProperties', 'allOf', 'enum'];

/** The types of RAML as JSON Schemas; those with a name, or a file of their own, are components. */
export class RamlTypes {
  readonly components: JsonObject = {};
  readonly warnings: Warning[] = [];
  readonly #types: ReadonlyMap<string, Json>;
  readonly #files: ReadonlyMap<object, string>;
  readonly #names = new ComponentNames();
  /** Component of each named type. */
  readonly #named = new Map<string, string>();
  /** Component of each included type and of each embedded schema. */
  readonly #placed = new Map<object | string, string>();
  readonly #said = new Set<string>();
  #nodes = 0;

  /** `types` by global name, `files` the included ones. */
  constructor(types: ReadonlyMap<string, Json>, files: ReadonlyMap<object, string>) {
    this.#types = types;
    this.#files = files;
    for (const [name, declaration] of types) this.#named.set(name, this.#placeOf(name, declaration));
    for (const [name, declaration] of types) this.#define(name, declaration);
  }

  /** The schema of a declaration. One that says no type at all is `fallback`. */
  schema(declaration: Json | undefined, fallback: 'string' | 'any' = 'string'): JsonObject {
    this.#nodes += 1;
    if (this.#nodes > maxNodes) {
      this.#warn('too_many_types', '', 'The types grow too large once written out; some are left open');
      return {};
    }
    if (declaration === undefined || declaration === null) return builtInType(fallback) ?? {};
    if (typeof declaration === 'string') return this.#text(declaration);
    if (Array.isArray(declaration)) return { allOf: declaration.map((each) => this.schema(each)) };
    // A file that could not be read may say anything.
    if (!isObject(declaration) || declaration[includeKey] !== undefined) return {};
    const file = this.#files.get(declaration);
    if (file === undefined) return this.#declared(declaration, fallback);
    const known = this.#placed.get(declaration);
    if (known !== undefined) return referring(known);
    const name = this.#names.take(file);
    this.#placed.set(declaration, name);
    this.components[name] = this.#declared(declaration, fallback);
    return referring(name);
  }

  /** A record with these fields; in RAML 0.8 (`optional`) those that do not say so may be left out. */
  record(properties: Json | undefined, optional: boolean): JsonObject {
    return {
      type: 'object',
      ...propertiesOf(properties, optional, (inner) => this.schema(inner)),
    };
  }

  /** What a type is made of, seen through its name; undefined when that cannot be told. */
  declarationOf(type: Json | undefined): JsonObject | undefined {
    let current: Json | undefined = type;
    for (let steps = 0; steps < 20; steps += 1) {
      if (isObject(current) && current['properties'] === undefined && typeof current['type'] === 'string')
        current = current['type'];
      else if (typeof current === 'string') current = this.#types.get(this.#global(current.trim()) ?? '');
      else break;
    }
    return isObject(current) ? current : undefined;
  }

  #placeOf(name: string, declaration: Json): string {
    const key =
      isObject(declaration) && this.#files.has(declaration) ? declaration : embeddedText(declaration);
    const known = key === undefined ? undefined : this.#placed.get(key);
    if (known !== undefined) return known;
    const place = this.#names.take(name);
    if (key !== undefined) this.#placed.set(key, place);
    return place;
  }

  #define(name: string, declaration: Json): void {
    const place = this.#named.get(name);
    if (place === undefined || Object.hasOwn(this.components, place)) return;
    const text = embeddedText(declaration);
    this.components[place] =
      text !== undefined
        ? this.#embedded(text, place)
        : isObject(declaration)
          ? this.#declared(declaration, 'string', name)
          : this.schema(declaration);
  }

  #text(text: string): JsonObject {
    if (isEmbedded(text)) {
      const known = this.#placed.get(text);
      if (known !== undefined) return referring(known);
      const value = parseEmbedded(text);
      if (value === undefined) return this.#embedded(text, '');
      const name = this.#names.take(embeddedName(value));
      this.#placed.set(text, name);
      this.components[name] = this.#embedded(text, name);
      return referring(name);
    }
    const expression = parseTypeExpression(text);
    if (expression !== undefined) return this.#expression(expression);
    this.#warn('unknown_type', text, 'This is no type of RAML');
    return {};
  }

  #embedded(text: string, name: string): JsonObject {
    const value = parseEmbedded(text);
    if (value !== undefined) {
      return embeddedSchema(value, name, (reference) => {
        const plain = reference.replace(/#.*$/, '').split('/').at(-1) ?? '';
        const found = this.#named.get(plain) ?? this.#named.get(plain.replace(/[.-](?:schema\.)?\w+$/, ''));
        return found === undefined ? undefined : referring(found)['$ref']?.toString();
      });
    }
    const xml = text.trimStart().startsWith('<');
    this.#warn(
      xml ? 'xml_schema' : 'broken_schema',
      name,
      xml ? 'The XML Schema of a type is not read' : 'The JSON Schema of a type is broken',
    );
    return { type: 'object' };
  }

  #expression(expression: TypeExpression): JsonObject {
    switch (expression.kind) {
      case 'name':
        return this.#name(expression.name);
      case 'list':
        return { type: 'array', items: this.#expression(expression.of) };
      case 'optional':
        return { ...this.#expression(expression.of), nullable: true };
      case 'union': {
        const isNull = (part: TypeExpression) => part.kind === 'name' && isNil(part.name);
        const parts = expression.of.filter((part) => !isNull(part));
        const [first] = parts;
        if (first === undefined) return { nullable: true };
        const nullable = parts.length < expression.of.length ? { nullable: true } : {};
        if (parts.length === 1) return { ...this.#expression(first), ...nullable };
        return { anyOf: parts.map((part) => this.#expression(part)), ...nullable };
      }
    }
  }

  #name(name: string): JsonObject {
    const place = this.#named.get(this.#global(name) ?? '');
    if (place !== undefined) return referring(place);
    const known = builtInType(name);
    if (known === undefined) this.#warn('unknown_type', name, 'This type is not declared');
    return known ?? {};
  }

  /** The global name of a declared type. */
  #global(name: string): string | undefined {
    return builtInType(name) === undefined || this.#types.has(name)
      ? globalName(this.#types, name)
      : undefined;
  }

  #declared(declaration: JsonObject, fallback: 'string' | 'any', name?: string): JsonObject {
    const { type = declaration['schema'], items } = declaration;
    const own: JsonObject = facetsOf(declaration);
    const { properties, additionalProperties } = declaration;
    if (isObject(properties))
      Object.assign(
        own,
        propertiesOf(properties, false, (inner) => this.schema(inner)),
      );
    if (additionalProperties === false) own['additionalProperties'] ??= false;
    else if (isObject(additionalProperties) || typeof additionalProperties === 'string')
      own['additionalProperties'] ??= this.schema(additionalProperties);
    if (items !== undefined && items !== null) own['items'] = this.schema(items);
    const tag = name === undefined ? undefined : this.#tag(declaration);
    if (tag !== undefined && name !== undefined) {
      const value = declaration['discriminatorValue'] ?? name.replace(/^@\d+\./, '');
      own['properties'] = { [tag]: { type: 'string', enum: [value] }, ...objectOf(own['properties']) };
    }
    const base =
      type === undefined || type === null ? untyped(own, declaration, fallback) : this.schema(type);
    const discriminator = declaration['discriminator'];
    if (typeof discriminator === 'string') own['discriminator'] = { propertyName: discriminator };
    if (own['format'] === 'rfc2616') {
      const { format: _, ...rest } = { ...base, ...own };
      return { ...rest, ...httpDate };
    }
    const schema =
      base['$ref'] !== undefined && structural.some((key) => own[key] !== undefined)
        ? { allOf: [base], ...own }
        : { ...base, ...own };
    // RAML 0.8: a parameter that may be given several times.
    return declaration['repeat'] === true ? { type: 'array', items: schema } : schema;
  }

  /** The property by which the types above this one are told apart. */
  #tag(declaration: JsonObject): string | undefined {
    let current = declaration['type'];
    for (let steps = 0; steps < 20 && typeof current === 'string'; steps += 1) {
      const above = this.#types.get(this.#global(current.trim()) ?? '');
      if (!isObject(above)) return undefined;
      if (typeof above['discriminator'] === 'string') return above['discriminator'];
      current = above['type'];
    }
    return undefined;
  }

  #warn(code: string, about: string, message: string): void {
    const key = `${code} ${about}`;
    if (this.#said.has(key) || this.#said.size >= 30) return;
    this.#said.add(key);
    const plain = oneLine(about.replaceAll(/@\d+\./g, ''), 100);
    this.warnings.push({
      code,
      message: plain === '' ? message : `${message}: ${JSON.stringify(plain)}`,
      at: '',
    });
  }
}

function embeddedText(declaration: Json): string | undefined {
  const text = isObject(declaration) ? (declaration['type'] ?? declaration['schema']) : declaration;
  const alone =
    !isObject(declaration) ||
    Object.keys(declaration).every((key) => /^(?:type|schema|examples?)$/.test(key));
  return alone && typeof text === 'string' && isEmbedded(text) ? text : undefined;
}

/** The type of a declaration that names none, by what else it says. */
function untyped(own: JsonObject, { properties }: JsonObject, fallback: 'string' | 'any'): JsonObject {
  if (isObject(properties) || own['properties'] !== undefined) return { type: 'object' };
  if (own['items'] !== undefined) return { type: 'array' };
  if (own['minimum'] !== undefined || own['maximum'] !== undefined) return { type: 'number' };
  if (fallback === 'any' && own['pattern'] === undefined && own['enum'] === undefined) return {};
  return { type: 'string' };
}
