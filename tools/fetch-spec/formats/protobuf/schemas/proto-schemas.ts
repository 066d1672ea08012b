import type protobuf from 'protobufjs';
import type { JsonObject } from '../../../../core/json/json.ts';
import { formatPointer } from '../../../../core/json/pointer.ts';
import { type FieldFacts, factsKey } from '../../../../core/openapi/field-facts.ts';
import { oneLine } from '../../../../core/text/index.ts';
import type { ParsedProto } from '../parse-proto.ts';
import { behaviours } from './behaviours.ts';
import { jsonName } from './json-name.ts';
import { optionText } from './options.ts';
import { scalarType, wellKnownType } from './well-known.ts';

const maxText = 1_000;

/** Messages and enums as JSON Schemas, those that are reached from the ones asked for. */
export class ProtoSchemas {
  readonly #proto: ParsedProto;
  readonly #referenceOf: (resourceType: string) => string | undefined;
  readonly #schemas = new Map<string, JsonObject>();
  readonly #queue: (() => void)[] = [];
  readonly #unknown = new Set<string>();

  /** `referenceOf` names the entity of a resource type (`pubsub.example.com/Topic`). */
  constructor(proto: ParsedProto, referenceOf: (resourceType: string) => string | undefined) {
    this.#proto = proto;
    this.#referenceOf = referenceOf;
  }

  /** Types that no file defines. */
  get unknown(): readonly string[] {
    return [...this.#unknown];
  }

  /** Pointer of a message's schema. */
  message(type: protobuf.Type): string {
    return this.#add(type.fullName, () => this.#object(type));
  }

  /** All schemas by full name, with those they refer to. */
  build(): JsonObject {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) next();
    return Object.fromEntries(this.#schemas);
  }

  #add(fullName: string, make: () => JsonObject): string {
    const key = fullName.replace(/^\./, '');
    if (!this.#schemas.has(key)) {
      this.#schemas.set(key, {});
      this.#queue.push(() => this.#schemas.set(key, make()));
    }
    return formatPointer(['components', 'schemas', key]);
  }

  #object(type: protobuf.Type): JsonObject {
    // A name with a dot is an extension's, which the JSON mapping writes in brackets.
    const fields = type.fieldsArray.filter(({ name }) => !name.includes('.'));
    const properties = new Map(fields.map((field) => [jsonName(field), this.#field(field, type)]));
    const required = fields.filter((field) => behaviours(field).required).map(jsonName);
    return {
      type: 'object',
      ...describedBy(type.comment),
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required }),
    };
  }

  #field(field: protobuf.Field, parent: protobuf.Type): JsonObject {
    const name = jsonName(field);
    const { readOnly, writeOnly, immutable } = behaviours(field);
    const resource =
      optionText(field, '(google.api.resource_reference)', 'type') ??
      optionText(field, '(google.api.resource_reference)', 'child_type');
    const reference = resource === null ? undefined : this.#referenceOf(resource);
    const facts: FieldFacts = {
      ...(name === field.name ? {} : { label: oneLine(field.name, 200) }),
      ...(reference === undefined ? {} : { reference }),
    };
    const group = field.partOf;
    const choice =
      group === null || group === undefined || group.name.startsWith('_')
        ? ''
        : `Only one of ${oneLine(group.oneof.slice(0, 20).join(', '), 300)} is given.`;
    const fixed = immutable ? 'Cannot be changed later.' : '';
    const text = [field.comment ?? '', fixed, choice].filter((part) => part !== '').join('\n');
    const standard = optionValueOfDefault(field);
    const own: JsonObject = {
      ...describedBy(text),
      ...(readOnly ? { readOnly: true } : {}),
      ...(writeOnly ? { writeOnly: true } : {}),
      ...(field.options?.['deprecated'] === true ? { deprecated: true } : {}),
      ...(standard === undefined ? {} : { default: standard }),
    };
    const value = this.#type(field.type, parent);
    if ('keyType' in field) return { type: 'object', additionalProperties: value, ...own, ...factsOf(facts) };
    if (!field.repeated) return { ...value, ...own, ...factsOf(facts) };
    return { type: 'array', items: { ...value, ...factsOf(facts) }, ...own };
  }

  #type(name: string, scope: protobuf.Type): JsonObject {
    const scalar = scalarType(name);
    if (scalar !== undefined) return scalar;
    const { library, types } = this.#proto;
    const found = types.find(name, scope.fullName);
    const known = wellKnownType(found?.fullName ?? name) ?? wellKnownType(name);
    if (known !== undefined) return known;
    if (found instanceof library.Enum) return refTo(this.#add(found.fullName, () => enumOf(found)));
    if (found instanceof library.Type) return refTo(this.message(found));
    this.#unknown.add(name);
    return {};
  }
}

function refTo(pointer: string): JsonObject {
  return { $ref: `#${pointer}` };
}

function factsOf(facts: FieldFacts): JsonObject {
  return Object.keys(facts).length === 0 ? {} : { [factsKey]: { ...facts } as JsonObject };
}

function describedBy(comment: string | null | undefined): JsonObject {
  const text = comment?.trim() ?? '';
  return text === '' ? {} : { description: text.slice(0, maxText) };
}

function enumOf({ values, comments, comment }: protobuf.Enum): JsonObject {
  const names = Object.keys(values);
  const labels = names.flatMap((name) => {
    const text = comments?.[name];
    return typeof text === 'string' && text.trim() !== '' ? [[name, oneLine(text, 120)] as const] : [];
  });
  return {
    type: 'string',
    enum: names,
    ...describedBy(comment),
    ...factsOf(labels.length === 0 ? {} : { enumLabels: Object.fromEntries(labels) }),
  };
}

/** proto2's `[default = …]`. */
function optionValueOfDefault({ options }: protobuf.Field): string | number | boolean | undefined {
  const value: unknown = options?.['default'];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
