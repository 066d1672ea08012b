import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
} from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import { factsKey } from '../../../core/openapi/field-facts.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { Warning } from '../../../model/index.ts';
import { fullName, namespaceOf, shortName } from './avro-names.ts';
import { primitive, withLogicalType } from './scalar-type.ts';

const maxWarnings = 10;

/** A named record as it was met. */
export interface AvroRecord {
  /** Full name, which is the key of its schema. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly fieldCount: number;
}

/**
 * Turns Avro types into JSON Schemas. Named types become schemas of their own, at `components/schemas/<full name>`, since
 * they are referred to by name and may contain themselves.
 */
export class AvroSchemas {
  readonly schemas = new Map<string, JsonObject>();
  readonly records = new Map<string, AvroRecord>();
  readonly warnings: Warning[] = [];
  /** Names that were used, and where: known only when all definitions have been read. */
  readonly #used = new Map<string, string>();

  /** The schema of a type. `namespace` is that of what it stands in, `at` the pointer for warnings. */
  read(type: Json | undefined, namespace: string, at: string): JsonObject {
    if (typeof type === 'string') return this.#named(type, namespace, at);
    if (Array.isArray(type)) return this.#union(type, namespace, at);
    if (!isObject(type)) return this.#fault('broken_type', 'A type is neither a name nor an object', at);
    const kind = property(type, 'type');
    if (typeof kind !== 'string') return this.read(kind, namespace, `${at}/type`);
    switch (kind) {
      case 'record':
      case 'error':
        return this.#define(type, namespace, at, (name) => this.#record(type, name, at));
      case 'enum':
        return this.#define(type, namespace, at, () => enumOf(type));
      case 'fixed':
        return this.#define(type, namespace, at, () =>
          withLogicalType({ type: 'string', format: 'byte' }, type),
        );
      case 'array':
        return { type: 'array', items: this.read(property(type, 'items'), namespace, `${at}/items`) };
      case 'map': {
        const values = this.read(property(type, 'values'), namespace, `${at}/values`);
        return { type: 'object', additionalProperties: values };
      }
      default:
        return withLogicalType(this.#named(kind, namespace, at), type);
    }
  }

  /** Warns of names that no definition has; to be called when all types are read. */
  finish(): void {
    for (const [name, at] of this.#used) {
      if (this.schemas.has(name)) continue;
      this.#fault(
        'unresolved_reference',
        `The type ${JSON.stringify(oneLine(name, 200))} is not defined here`,
        at,
      );
    }
  }

  #named(name: string, namespace: string, at: string): JsonObject {
    const known = primitive(name);
    if (known !== undefined) return known;
    if (name === 'null') return { type: 'null' };
    const full = name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
    // A name without a namespace may be one of the null namespace.
    const key = !this.schemas.has(full) && this.schemas.has(name) ? name : full;
    if (!this.#used.has(key)) this.#used.set(key, at);
    return refTo(key);
  }

  #define(type: JsonObject, namespace: string, at: string, make: (name: string) => JsonObject): JsonObject {
    const name = fullName(type, namespace) ?? `unnamed${this.schemas.size}`;
    if (this.schemas.has(name)) {
      this.#fault('duplicate_type', `${oneLine(name, 200)} is defined twice, the first one counts`, at);
    } else {
      // Holds the place: a type may refer to itself.
      this.schemas.set(name, {});
      const doc = textOf(property(type, 'doc'));
      this.schemas.set(name, { ...(doc === null ? {} : { description: doc }), ...make(name) });
    }
    return refTo(name);
  }

  #record(type: JsonObject, name: string, at: string): JsonObject {
    const properties: [string, JsonObject][] = [];
    const required: string[] = [];
    for (const [index, field] of arrayOf(property(type, 'fields')).entries()) {
      const fieldName = textOf(property(field, 'name'));
      if (fieldName === null || fieldName.length > 300 || fieldName === '__proto__') {
        this.#fault('broken_field', 'A field without a usable name was left out', `${at}/fields/${index}`);
        continue;
      }
      properties.push([fieldName, this.#field(objectOf(field), name, `${at}/fields/${index}`)]);
      if (property(field, 'default') === undefined) required.push(fieldName);
    }
    const aliases = arrayOf(property(type, 'aliases')).filter((alias) => typeof alias === 'string');
    this.records.set(name, { name, aliases: aliases.slice(0, 20), fieldCount: properties.length });
    return { type: 'object', title: shortName(name), properties: Object.fromEntries(properties), required };
  }

  #field(field: JsonObject, record: string, at: string): JsonObject {
    // `logicalType` beside the type of a field is a common slip.
    const type = property(field, 'type');
    const schema = this.read(type, namespaceOf(record), `${at}/type`);
    const doc = textOf(property(field, 'doc'));
    const value = property(field, 'default');
    const facts = objectOf(property(schema, factsKey));
    const aliases = arrayOf(property(field, 'aliases')).filter((alias) => typeof alias === 'string');
    const also = aliases.length === 0 ? '' : `Also called ${oneLine(aliases.slice(0, 5).join(', '), 200)}.`;
    const description = [doc ?? '', also].filter((part) => part !== '').join(' ');
    return {
      ...(typeof type === 'string' && facts['type'] === undefined ? withLogicalType(schema, field) : schema),
      ...(description === '' ? {} : { description }),
      ...(value === undefined ? {} : { default: value }),
    };
  }

  /** `["null", X]` is X that may be null. */
  #union(types: readonly Json[], namespace: string, at: string): JsonObject {
    const others = types.filter((type) => type !== 'null');
    const nullable = others.length < types.length ? { nullable: true } : {};
    const schemas = others.map((type, index) => this.read(type, namespace, `${at}/${index}`));
    const [only] = schemas;
    if (only === undefined) return { type: 'null' };
    return schemas.length === 1 ? { ...only, ...nullable } : { oneOf: schemas, ...nullable };
  }

  #fault(code: string, message: string, at: string): JsonObject {
    if (this.warnings.length < maxWarnings) this.warnings.push({ code, message, at });
    return {};
  }
}

/** A reference to the schema of a named type. */
function refTo(name: string): JsonObject {
  return { $ref: `#${formatPointer(['components', 'schemas', name]).replaceAll('%', '%25')}` };
}

function enumOf(type: JsonObject): JsonObject {
  const symbols = arrayOf(property(type, 'symbols')).filter((symbol) => typeof symbol === 'string');
  return { type: 'string', enum: symbols };
}
