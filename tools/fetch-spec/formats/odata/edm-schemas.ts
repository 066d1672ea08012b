import type { JsonObject } from '../../../core/json/json.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { type EdmModel, type EdmType, full } from './edm-model.ts';
import { edmSchema, type ODataVersion } from './edm-type.ts';

const maxBases = 30;

/** Key of a type among the schemas: `Namespace.Name`. */
export function schemaPointer(qualified: string): string {
  return `/components/schemas/${qualified.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * JSON Schemas of a model's types. Base types are merged by `allOf`; a navigation property is a reference to a record type,
 * never its inside.
 */
export class EdmSchemas {
  readonly #model: EdmModel;
  readonly #version: ODataVersion;
  /** Entity name by type, for references. */
  readonly #entityOf: (qualified: string) => string | null;

  constructor(model: EdmModel, version: ODataVersion, entityOf: (qualified: string) => string | null) {
    this.#model = model;
    this.#version = version;
    this.#entityOf = entityOf;
  }

  all(): JsonObject {
    return Object.fromEntries(
      [...this.#model.types.values()].map((type) => [type.qualified, this.#schemaOf(type)]),
    );
  }

  /**
   * What must be sent to create a record: what cannot be null, has no default and is not set by the system. A key of its own
   * is often given by the system without saying so; the parts of a key of several are the caller's.
   */
  creation(type: EdmType): JsonObject {
    const chain = this.chain(type);
    const keys = this.keys(type);
    const ownKey = keys.length === 1 ? keys[0] : undefined;
    const properties = chain.flatMap(({ element }) => element.all('Property'));
    const written = properties.filter((property) => !this.#isReadOnly(property, type));
    const required = written.filter(
      (property) =>
        (property.get('Nullable') === 'false' || keys.includes(property.get('Name') ?? '')) &&
        property.get('DefaultValue') === undefined &&
        property.getAny('creatable') !== 'false' &&
        property.get('Name') !== ownKey,
    );
    return {
      type: 'object',
      properties: Object.fromEntries(
        [
          ...written.map((property) => [property.get('Name') ?? '', this.#property(property, type)] as const),
          ...chain.flatMap(({ element }) =>
            element.all('NavigationProperty').map((nav) => this.#navigation(nav)),
          ),
        ].filter(([name]) => name !== ''),
      ),
      ...(required.length === 0 ? {} : { required: required.map((property) => property.get('Name') ?? '') }),
    };
  }

  /** The type and its bases, the outermost base first. */
  chain(type: EdmType): EdmType[] {
    const found = [type];
    for (
      let base = this.#baseOf(type);
      base !== undefined && found.length < maxBases;
      base = this.#baseOf(base)
    ) {
      if (found.includes(base)) break;
      found.unshift(base);
    }
    return found;
  }

  /** Names of the key properties. */
  keys(type: EdmType): string[] {
    return this.chain(type).flatMap(({ element }) =>
      element.all('Key').flatMap((key) => key.all('PropertyRef').map((ref) => ref.get('Name') ?? '')),
    );
  }

  #baseOf(type: EdmType): EdmType | undefined {
    const base = type.element.get('BaseType');
    return base === undefined ? undefined : this.#model.types.get(full(base, this.#model.aliases));
  }

  #schemaOf(type: EdmType): JsonObject {
    const { element } = type;
    if (type.kind === 'EnumType') return this.#enum(element);
    if (type.kind === 'TypeDefinition')
      return edmSchema(element.get('UnderlyingType') ?? '', this.#version) ?? {};
    const base = this.#baseOf(type);
    const own = element.all('Property');
    const keys = new Set(this.keys(type));
    const present = own.filter(
      (property) => property.get('Nullable') === 'false' || keys.has(property.get('Name') ?? ''),
    );
    const schema: JsonObject = {
      type: 'object',
      ...describe(element, this.#notes(element, type.qualified)),
      properties: Object.fromEntries(
        [
          ...own.map((property) => [property.get('Name') ?? '', this.#property(property, type)] as const),
          ...element.all('NavigationProperty').map((nav) => this.#navigation(nav)),
        ].filter(([name]) => name !== ''),
      ),
      ...(present.length === 0 ? {} : { required: present.map((property) => property.get('Name') ?? '') }),
      ...(element.get('OpenType') === 'true' ? { additionalProperties: true } : {}),
      ...(element.first('Key') === undefined ? {} : { 'x-causeway': { keys: keyPaths([...keys]) } }),
    };
    return base === undefined ? schema : { allOf: [{ $ref: `#${schemaPointer(base.qualified)}` }, schema] };
  }

  #enum(element: XmlElement): JsonObject {
    const members = element.all('Member').flatMap((member) => member.get('Name') ?? []);
    return {
      type: 'string',
      enum: members,
      ...(element.get('IsFlags') === 'true' ? { description: 'Several values are joined by ",".' } : {}),
    };
  }

  #property(property: XmlElement, type: EdmType): JsonObject {
    const name = property.get('Name') ?? '';
    const given = property.get('Type') ?? 'Edm.String';
    const element = /^Collection\((.*)\)$/.exec(given)?.[1];
    const inner = this.#typeSchema(element ?? given);
    const keys = this.keys(type);
    const isKey = keys.includes(name);
    const nullable = property.get('Nullable') !== 'false' && !isKey && element === undefined;
    const notes = this.#notes(property, `${type.qualified}/${name}`);
    const maxLength = Number(property.get('MaxLength') ?? 0);
    const label = property.getAny('label');
    const fallback = property.get('DefaultValue');
    const facts = {
      ...((inner['x-causeway'] as JsonObject | undefined) ?? {}),
      ...(label === undefined ? {} : { label }),
    };
    const schema: JsonObject = {
      ...inner,
      ...(Number.isSafeInteger(maxLength) && maxLength > 0 && inner['type'] === 'string'
        ? { maxLength }
        : {}),
      ...describe(property, notes),
      ...(nullable ? { nullable: true } : {}),
      ...(this.#isReadOnly(property, type) ? { readOnly: true } : {}),
      ...(fallback === undefined ? {} : { default: fallback.slice(0, 200) }),
      ...(Object.keys(facts).length === 0 ? {} : { 'x-causeway': facts }),
    };
    return element === undefined ? schema : { type: 'array', items: inner, ...describe(property, notes) };
  }

  #typeSchema(type: string): JsonObject {
    const primitive = edmSchema(type, this.#version);
    if (primitive !== undefined) return primitive;
    const known = this.#model.types.get(full(type, this.#model.aliases));
    return known === undefined ? {} : { $ref: `#${schemaPointer(known.qualified)}` };
  }

  #navigation(nav: XmlElement): readonly [string, JsonObject] {
    const name = nav.get('Name') ?? '';
    const given = nav.get('Type');
    const end = this.#model.ends.get(
      `${full(nav.get('Relationship') ?? '', this.#model.aliases)} ${nav.get('ToRole') ?? ''}`,
    );
    const element = /^Collection\((.*)\)$/.exec(given ?? '')?.[1];
    const target = full(element ?? given ?? end?.type ?? '', this.#model.aliases);
    const many = element !== undefined || end?.many === true;
    const reference = this.#entityOf(target);
    const facts = { ...(reference === null ? {} : { reference }) };
    return [
      name,
      {
        type: many ? 'array' : 'object',
        description: 'Related records: sent only when asked for by $expand.',
        ...(nav.get('Nullable') === 'false' || many ? {} : { nullable: true }),
        'x-causeway': { ...facts, present: false },
      },
    ];
  }

  #isReadOnly(property: XmlElement, type: EdmType): boolean {
    if (property.getAny('creatable') === 'false' && property.getAny('updatable') === 'false') return true;
    const generated = property.getAny('StoreGeneratedPattern');
    if (generated === 'Identity' || generated === 'Computed') return true;
    const name = property.get('Name') ?? '';
    return this.#notes(property, `${type.qualified}/${name}`).some((note) => {
      const term = note.get('Term') ?? '';
      if (/\.Computed$/.test(term)) return note.get('Bool') !== 'false';
      return (
        /\.Permissions?$/.test(term) &&
        /(?:^|\/|\.)Read$/.test(note.get('EnumMember') ?? note.first('EnumMember')?.text ?? '')
      );
    });
  }

  /** Annotations of an element, written inside it or apart from it. */
  #notes(element: XmlElement, target: string): XmlElement[] {
    return [...element.all('Annotation'), ...(this.#model.annotations.get(target) ?? [])];
  }
}

/** Key parts as paths of fields: one may lie inside a complex property (`Address/City`). */
function keyPaths(keys: readonly string[]): string[] {
  return keys.map((key) => key.replaceAll('.', '\\.').replaceAll('/', '.'));
}

function describe(element: XmlElement, notes: readonly XmlElement[]): JsonObject {
  const said = notes.find((note) => /\.(?:Description|LongDescription)$/.test(note.get('Term') ?? ''));
  const documentation = element.first('Documentation')?.words();
  const text =
    said?.get('String') ?? said?.first('String')?.text ?? element.getAny('quickinfo') ?? documentation;
  return text === undefined || text.trim() === '' ? {} : { description: text.slice(0, 500) };
}
