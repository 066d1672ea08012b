import { type JsonObject, objectOf } from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import type { QName, XmlElement } from '../xml/xml-element.ts';
import { documentationOf, enumLabels, facets } from './xsd-annotations.ts';
import { primitiveSchema } from './xsd-primitive.ts';
import type { Component, XsdSet } from './xsd-set.ts';

/** Groups that use themselves are cut here. */
const maxGroups = 20;
const encodings =
  /^http:\/\/(?:schemas\.xmlsoap\.org\/soap\/encoding\/|www\.w3\.org\/\d{4}\/(?:XMLSchema|\d\d\/soap-encoding))/;

/** The members of a type, as far as they have been gathered. */
interface Members {
  readonly properties: Map<string, JsonObject>;
  readonly required: Set<string>;
  open: boolean;
}

/**
 * JSON Schemas of the types of a schema set. Types refer to each other by `$ref` under `/components/schemas`; anonymous
 * types stand where they are used. An absent element (`minOccurs="0"`) and a nil one are both `nullable`.
 */
export class XsdSchemas {
  readonly #set: XsdSet;
  /** Entity name for a reference field, or null. */
  readonly #referenceOf: (field: string, type: string) => string | null;
  readonly #keys = new Map<Component, string>();

  constructor(set: XsdSet, referenceOf: (field: string, type: string) => string | null) {
    this.#set = set;
    this.#referenceOf = referenceOf;
    const taken = new Set<string>();
    for (const component of set.all('complexType', 'simpleType', 'element')) {
      let key = component.name;
      if (taken.has(key)) key = `${component.kind}.${component.name}`;
      for (let count = 2; taken.has(key); count += 1) key = `${component.kind}.${component.name}.${count}`;
      taken.add(key);
      this.#keys.set(component, key);
    }
  }

  /** All named types, and the global elements that have a type of their own. */
  all(): JsonObject {
    return Object.fromEntries(
      [...this.#keys].map(([component, key]) => [
        key,
        component.kind === 'element'
          ? this.#elementType(component.element, component.name)
          : this.#typeSchema(component.element),
      ]),
    );
  }

  /** Pointer to the schema of a global component. */
  pointer(component: Component): string {
    return formatPointer(['components', 'schemas', this.#keys.get(component) ?? component.name]);
  }

  /** The global type an element has: its own global type, or itself when its type is anonymous. */
  typeOf(component: Component): Component {
    if (component.kind !== 'element') return component;
    const type = component.element.get('type');
    if (type === undefined) return component;
    return this.#set.find(component.element.resolve(type), 'complexType', 'simpleType') ?? component;
  }

  /** The type that a complex type extends or restricts. */
  baseOf(component: Component): Component | undefined {
    const derived = derivationOf(component.element);
    const base = derived?.get('base');
    if (derived === undefined || base === undefined) return undefined;
    const found = this.#set.find(derived.resolve(base), 'complexType');
    return found === component ? undefined : found;
  }

  /** Schema of a named type: by reference, or as it is when it is built in. */
  reference(name: QName): JsonObject {
    if (encodings.test(name.namespace)) return primitiveSchema(name.name);
    const found = this.#set.find(name, 'complexType', 'simpleType');
    return found === undefined
      ? { description: `Type ${name.name} is not described.` }
      : { $ref: `#${this.pointer(found)}` };
  }

  #typeSchema(type: XmlElement): JsonObject {
    return type.name === 'simpleType' ? this.#simple(type) : this.#complex(type);
  }

  #simple(type: XmlElement, depth = 0): JsonObject {
    const restriction = type.first('restriction');
    const list = type.first('list');
    const union = type.first('union');
    const inline = (element: XmlElement, attribute: string): JsonObject => {
      const given = element.get(attribute);
      if (given !== undefined) return this.reference(element.resolve(given));
      const inner = element.first('simpleType');
      return inner === undefined || depth > maxGroups ? { type: 'string' } : this.#simple(inner, depth + 1);
    };
    if (list !== undefined)
      return { type: 'array', items: inline(list, 'itemType'), ...documentationOf(type) };
    if (union !== undefined) {
      const members = (union.get('memberTypes') ?? '').split(/\s+/).filter((name) => name !== '');
      const schemas = [
        ...members.map((name) => this.reference(union.resolve(name))),
        ...union.all('simpleType').map((inner) => (depth > maxGroups ? {} : this.#simple(inner, depth + 1))),
      ];
      return {
        ...(schemas.length === 0 ? { type: 'string' } : { anyOf: schemas }),
        ...documentationOf(type),
      };
    }
    if (restriction === undefined) return { type: 'string', ...documentationOf(type) };
    const base = inline(restriction, 'base');
    const limits = facets(restriction, base);
    const said = documentationOf(type);
    if ('$ref' in base) return { allOf: [base, limits], ...enumLabels(restriction), ...said };
    return { ...base, ...limits, ...enumLabels(restriction), ...said };
  }

  #complex(type: XmlElement): JsonObject {
    const simple = type.first('simpleContent');
    const derived = derivationOf(type);
    const members: Members = { properties: new Map(), required: new Set(), open: false };
    const body = derived ?? type;
    if (simple !== undefined && derived !== undefined)
      return this.#textWithAttributes(type, derived, members);
    this.#gather(body, members, false, 0);
    const own: JsonObject = {
      type: 'object',
      properties: Object.fromEntries(members.properties),
      ...(members.required.size === 0 ? {} : { required: [...members.required] }),
      ...(members.open || type.get('mixed') === 'true' ? { additionalProperties: true } : {}),
    };
    const said = documentationOf(type);
    const base = derived?.get('base');
    if (derived === undefined || base === undefined) return { ...own, ...said };
    const name = derived.resolve(base);
    // A SOAP array says its members' type in an attribute of an attribute.
    if (name.name === 'Array') return { ...this.#soapArray(derived), ...said };
    if (encodings.test(name.namespace)) return { ...own, ...said };
    return { allOf: [this.reference(name), own], ...said };
  }

  /** Text that has attributes: the text is the member `value`. */
  #textWithAttributes(type: XmlElement, derived: XmlElement, members: Members): JsonObject {
    const base = derived.get('base');
    const name = base === undefined ? undefined : derived.resolve(base);
    const parent = name === undefined ? undefined : this.#set.find(name, 'complexType');
    this.#gather(derived, members, false, 0);
    const text =
      name === undefined || parent !== undefined
        ? {}
        : { value: { ...this.reference(name), ...facets(derived, { type: 'string' }) } };
    const own: JsonObject = {
      type: 'object',
      properties: { ...text, ...Object.fromEntries(members.properties) },
      ...(members.required.size === 0 ? {} : { required: [...members.required] }),
    };
    return {
      ...(parent === undefined ? own : { allOf: [{ $ref: `#${this.pointer(parent)}` }, own] }),
      ...documentationOf(type),
    };
  }

  #soapArray(derived: XmlElement): JsonObject {
    const arrayType = derived.all('attribute').map((attribute) => attribute.getAny('arrayType'));
    const given = arrayType.find((each) => each !== undefined)?.replace(/(?:\[[\d,]*\])+$/, '');
    return { type: 'array', items: given === undefined ? {} : this.reference(derived.resolve(given)) };
  }

  /** Elements and attributes of a particle, with what may be absent told apart. */
  #gather(particle: XmlElement, members: Members, optional: boolean, groups: number): void {
    for (const child of particle.children) {
      switch (child.name) {
        case 'element':
          this.#element(child, members, optional);
          break;
        case 'sequence':
        case 'all':
          this.#gather(child, members, optional || child.get('minOccurs') === '0', groups);
          break;
        case 'choice':
          this.#gather(
            child,
            members,
            optional ||
              child.all('element', 'sequence', 'group').length > 1 ||
              child.get('minOccurs') === '0',
            groups,
          );
          break;
        case 'group':
        case 'attributeGroup': {
          const reference = child.get('ref');
          if (reference === undefined || groups >= maxGroups) break;
          const found = this.#set.find(child.resolve(reference), child.name);
          if (found !== undefined)
            this.#gather(found.element, members, optional || child.get('minOccurs') === '0', groups + 1);
          break;
        }
        case 'attribute':
          this.#attribute(child, members);
          break;
        case 'any':
          members.open = true;
          break;
        default:
      }
    }
  }

  #element(element: XmlElement, members: Members, optional: boolean): void {
    const reference = element.get('ref');
    const declared =
      reference === undefined ? undefined : this.#set.find(element.resolve(reference), 'element');
    const name = element.get('name') ?? (reference === undefined ? '' : element.resolve(reference).name);
    if (name === '') return;
    const source = declared?.element ?? element;
    const inner = this.#elementType(source, name);
    const absent = optional || element.get('minOccurs') === '0';
    const nil = source.get('nillable') === 'true' || element.get('nillable') === 'true';
    const many = element.get('maxOccurs');
    const said = { ...documentationOf(source), ...documentationOf(element) };
    const whole =
      many !== undefined && many !== '1' && many !== '0' ? { type: 'array', items: inner } : inner;
    members.properties.set(name, { ...whole, ...said, ...(absent || nil ? { nullable: true } : {}) });
    if (!absent) members.required.add(name);
  }

  #elementType(element: XmlElement, name: string): JsonObject {
    const fixed = element.get('fixed');
    const fallback = element.get('default');
    const values = {
      ...(fixed === undefined ? {} : { enum: [fixed.slice(0, 200)] }),
      ...(fallback === undefined ? {} : { default: fallback.slice(0, 200) }),
    };
    const type = element.get('type');
    if (type !== undefined) {
      const qualified = element.resolve(type);
      const reference = this.#referenceOf(name, qualified.name);
      return {
        ...this.reference(qualified),
        ...values,
        ...(reference === null ? {} : { 'x-causeway': { reference } }),
      };
    }
    const inline = element.first('complexType') ?? element.first('simpleType');
    if (inline !== undefined) return { ...this.#typeSchema(inline), ...values };
    // A member of a substitution group has the type of the element it stands for.
    const head = element.get('substitutionGroup');
    const found = head === undefined ? undefined : this.#set.find(element.resolve(head), 'element');
    const headType = found?.element.get('type');
    if (found !== undefined && headType !== undefined) return this.reference(found.element.resolve(headType));
    return { ...values };
  }

  #attribute(attribute: XmlElement, members: Members): void {
    if (attribute.get('use') === 'prohibited') return;
    const reference = attribute.get('ref');
    const declared =
      reference === undefined
        ? undefined
        : this.#set.find(attribute.resolve(reference), 'attribute')?.element;
    const name = attribute.get('name') ?? declared?.get('name');
    if (name === undefined || name === '' || members.properties.has(name)) return;
    const source = declared ?? attribute;
    const inline = source.first('simpleType');
    const type = source.get('type');
    const inner =
      type === undefined
        ? inline === undefined
          ? { type: 'string' }
          : this.#simple(inline)
        : this.reference(source.resolve(type));
    const required = attribute.get('use') === 'required';
    members.properties.set(name, {
      ...objectOf(inner),
      ...documentationOf(source),
      xml: { attribute: true },
      ...(required ? {} : { nullable: true }),
    });
    if (required) members.required.add(name);
  }
}

/** The extension or restriction inside a type's content. */
function derivationOf(type: XmlElement): XmlElement | undefined {
  const content = type.first('complexContent') ?? type.first('simpleContent');
  return content?.first('extension') ?? content?.first('restriction');
}
