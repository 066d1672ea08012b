import { decode, unpack } from '../../../core/documents/decode.ts';
import { CausewayError } from '../../../core/index.ts';
import type { Warning } from '../../../model/index.ts';
import type { Source } from '../../source/source.ts';
import { readXml } from '../xml/read-xml.ts';
import type { QName, XmlElement } from '../xml/xml-element.ts';

/** The kinds of global components of a schema, each with a name space of its own. */
const kinds = ['element', 'complexType', 'simpleType', 'group', 'attributeGroup', 'attribute'] as const;
type Kind = (typeof kinds)[number];

/** A global component: where it is declared decides what unprefixed names in it mean. */
export interface Component {
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
  readonly element: XmlElement;
}

const maxDocuments = 300;

/** All the schemas that a WSDL or XSD document has and refers to, by qualified name. */
export class XsdSet {
  readonly warnings: Warning[] = [];
  readonly #components = new Map<string, Component>();
  readonly #byLocalName = new Map<string, Component>();

  /** In the order of declaration. */
  all(...wanted: readonly Kind[]): Component[] {
    return [...this.#components.values()].filter(({ kind }) => wanted.includes(kind));
  }

  /**
   * The component that a name means. A namespace that is not declared as it should be (a schema included without a target
   * namespace) is forgiven when the local name is known.
   */
  find(name: QName, ...wanted: readonly Kind[]): Component | undefined {
    for (const kind of wanted) {
      const found = this.#components.get(keyOf(kind, name));
      if (found !== undefined) return found;
    }
    for (const kind of wanted) {
      const found = this.#byLocalName.get(`${kind} ${name.name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Namespaces that are filled. */
  namespaces(): Set<string> {
    return new Set([...this.#components.values()].map(({ namespace }) => namespace));
  }

  add(schema: XmlElement, includedBy: string): void {
    const namespace = schema.get('targetNamespace') ?? includedBy;
    // `redefine` holds the new version of what it includes.
    for (const child of [...schema.children, ...schema.all('redefine').flatMap(({ children }) => children)]) {
      const kind = kinds.find((each) => each === child.name);
      const name = child.get('name');
      if (kind === undefined || name === undefined || name === '') continue;
      const component = { kind, namespace, name, element: child };
      const key = keyOf(kind, component);
      if (!this.#components.has(key)) this.#components.set(key, component);
      if (!this.#byLocalName.has(`${kind} ${name}`)) this.#byLocalName.set(`${kind} ${name}`, component);
    }
  }
}

function keyOf(kind: Kind, { namespace, name }: QName): string {
  return `${kind} ${namespace} ${name}`;
}

interface Pending {
  readonly reference: string;
  readonly namespace: string | undefined;
  readonly includedBy: string;
  readonly from: Source;
}

/** Reads the schemas given and those they import or include. What cannot be read becomes a warning. */
export async function readXsdSet(
  schemas: readonly { schema: XmlElement; source: Source }[],
): Promise<XsdSet> {
  const set = new XsdSet();
  const queue: Pending[] = [];
  const enter = (schema: XmlElement, source: Source, includedBy: string) => {
    set.add(schema, includedBy);
    queue.push(...referencesOf(schema, source, includedBy));
  };
  for (const { schema, source } of schemas) enter(schema, source, '');
  const seen = new Set<string>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { reference, namespace, includedBy, from } = next;
    // Files of a set name each other by addresses of their vendor; one that is there already is not looked for again.
    if (namespace !== undefined && set.namespaces().has(namespace)) continue;
    const found = await relatedSchema(reference, from);
    if (found !== undefined && seen.has(found.origin)) continue;
    if (found === undefined || seen.size >= maxDocuments) {
      set.warnings.push(missing(reference, 'cannot be read'));
      continue;
    }
    seen.add(found.origin);
    try {
      const { root } = readXml(decode(unpack(found.bytes)));
      for (const schema of schemasIn(root)) enter(schema, found, includedBy);
    } catch (thrown) {
      if (!(thrown instanceof CausewayError)) throw thrown;
      set.warnings.push(missing(reference, `is not readable: ${thrown.message}`));
    }
  }
  return set;
}

/** The schema elements of a document: its root, or those in the types of a WSDL. */
export function schemasIn(root: XmlElement): XmlElement[] {
  if (root.name === 'schema') return [root];
  return root.all('types').flatMap((types) => types.all('schema'));
}

function referencesOf(schema: XmlElement, from: Source, includedBy: string): Pending[] {
  const own = schema.get('targetNamespace') ?? includedBy;
  return schema.all('import', 'include', 'redefine').flatMap((reference) => {
    const location = reference.get('schemaLocation');
    const imported = reference.name === 'import';
    // Without a place it is one of the schemas beside it in the same document.
    return location === undefined
      ? []
      : [
          {
            reference: location.slice(0, 1_000),
            namespace: imported ? reference.get('namespace') : undefined,
            includedBy: imported ? '' : own,
            from,
          },
        ];
  });
}

/**
 * Vendors' sets are often saved flat: `…/platform/v2023_2_0/core.xsd` as `platform.core.xsd`. The names beside are tried
 * before a web address is.
 */
async function relatedSchema(reference: string, from: Source): Promise<Source | undefined> {
  const steps = reference.split(/[/\\]/).filter((step) => step !== '' && !/^v?\d[\d_.]*$/i.test(step));
  const name = steps.at(-1) ?? reference;
  const joined = steps.slice(-2).join('.');
  const beside = [joined, name, `xsd/${joined}`, `xsd/${name}`];
  const isAddress = /^https?:/i.test(reference);
  for (const each of isAddress ? [...beside, reference] : [reference, ...beside]) {
    const found = await from.related(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

function missing(reference: string, why: string): Warning {
  const name = reference.replaceAll(/\s+/g, ' ').slice(0, 200);
  return {
    code: 'external_ref',
    message: `The schema ${name} ${why}; fields of its types are not described`,
    at: name,
  };
}
