/** Prefixes in force at an element and the namespaces they stand for; '' is the default one. */
export type Scope = ReadonlyMap<string, string>;

/** A qualified name: namespace and local name. */
export interface QName {
  readonly namespace: string;
  readonly name: string;
}

const separator = ' ';

/** One element of an XML document with its namespaces resolved. All text in it is data. */
export class XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly scope: Scope;
  /** Elements inside, in the document's order. */
  readonly children: XmlElement[] = [];
  /** Text directly inside, references decoded, not trimmed. */
  text = '';
  readonly #attributes = new Map<string, string>();

  constructor(qualified: string, scope: Scope) {
    const { prefix, local } = split(qualified);
    this.name = local;
    this.namespace = scope.get(prefix) ?? '';
    this.scope = scope;
  }

  setAttribute(qualified: string, value: string): void {
    const { prefix, local } = split(qualified);
    const namespace = prefix === '' ? '' : (this.scope.get(prefix) ?? prefix);
    this.#attributes.set(namespace + separator + local, value);
  }

  /** Value of an attribute; without a namespace one that has no prefix. */
  get(name: string, namespace = ''): string | undefined {
    return this.#attributes.get(namespace + separator + name);
  }

  /** Value of an attribute of this local name in any namespace, for vendors' extensions whose address varies. */
  getAny(name: string): string | undefined {
    const plain = this.get(name);
    if (plain !== undefined) return plain;
    for (const [key, value] of this.#attributes) if (key.endsWith(separator + name)) return value;
    return undefined;
  }

  /** The elements inside that have one of these local names. */
  all(...names: readonly string[]): XmlElement[] {
    return this.children.filter((child) => names.includes(child.name));
  }

  first(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** The name that an attribute's value (`tns:Customer`) means here. An unknown prefix is kept as its own namespace. */
  resolve(value: string): QName {
    const { prefix, local } = split(value.trim());
    const namespace = this.scope.get(prefix) ?? prefix;
    return { namespace, name: local };
  }

  /** All text inside, on one line; '' when there is none. */
  words(): string {
    const parts: string[] = [];
    const gather = (element: XmlElement): void => {
      parts.push(element.text);
      for (const child of element.children) gather(child);
    };
    gather(this);
    return parts.join(' ').slice(0, 20_000).replaceAll(/\s+/g, ' ').trim();
  }
}

function split(qualified: string): { prefix: string; local: string } {
  const colon = qualified.indexOf(':');
  return colon < 0
    ? { prefix: '', local: qualified }
    : { prefix: qualified.slice(0, colon), local: qualified.slice(colon + 1) };
}
