import { isObject, type Json, type JsonObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import { includeKey } from './parse-raml.ts';

/** What a RAML document declares by name; the names of a library begin with `@id.`. */
export interface Declared {
  readonly types: ReadonlyMap<string, Json>;
  readonly traits: ReadonlyMap<string, Json>;
  readonly resourceTypes: ReadonlyMap<string, Json>;
  readonly securitySchemes: ReadonlyMap<string, Json>;
}

/** A map of declarations; RAML 0.8 writes a list of maps. */
export function declarations(value: Json | undefined): JsonObject {
  const parts = Array.isArray(value) ? value : [value];
  const entries = parts.flatMap((part) => Object.entries(objectOf(part)));
  return Object.fromEntries(entries.filter(([name]) => name !== includeKey));
}

/** Types of a document, which RAML 0.8 calls schemas. */
export function typesOf(document: JsonObject): JsonObject {
  return { ...declarations(property(document, 'schemas')), ...declarations(property(document, 'types')) };
}

/** Everything that a document and its libraries declare. */
export function declared(root: JsonObject, libraries: ReadonlyMap<number, JsonObject>): Declared {
  const all = (read: (document: JsonObject) => JsonObject) =>
    new Map<string, Json>([
      ...Object.entries(read(root)),
      ...[...libraries].flatMap(([id, library]) =>
        Object.entries(read(library)).map(([name, value]) => [`@${id}.${name}`, value] as const),
      ),
    ]);
  return {
    types: all(typesOf),
    traits: all((document) => declarations(property(document, 'traits'))),
    resourceTypes: all((document) => declarations(property(document, 'resourceTypes'))),
    securitySchemes: all((document) => declarations(property(document, 'securitySchemes'))),
  };
}

/** A text or number; RAML 1.0 lets any of them be a map with its value and annotations. Null for anything else. */
export function scalarOf(value: Json | undefined): string | null {
  const plain = isObject(value) ? property(value, 'value') : value;
  return typeof plain === 'number' ? String(plain) : textOf(plain);
}

const plainNames = new WeakMap<ReadonlyMap<string, Json>, ReadonlyMap<string, string | null>>();

/** The global name that a name means: itself, or without its alias that of the only declaration called so. */
export function globalName(all: ReadonlyMap<string, Json>, name: string): string | undefined {
  if (all.has(name)) return name;
  let byPlain = plainNames.get(all);
  if (byPlain === undefined) {
    const names = new Map<string, string | null>();
    for (const each of all.keys()) {
      const plain = each.replace(/^@\d+\./, '');
      // Two of a name are told apart by nobody.
      names.set(plain, names.has(plain) ? null : each);
    }
    plainNames.set(all, names);
    byPlain = names;
  }
  return byPlain.get(name.replace(/^.*\./, '')) ?? undefined;
}

/** The declaration that a name means, as `globalName` finds it. */
export function findDeclared(all: ReadonlyMap<string, Json>, name: string): Json | undefined {
  return all.get(globalName(all, name) ?? '');
}
