import { decodeReferences } from './references.ts';
import { type Scope, XmlElement } from './xml-element.ts';

/** A node as fast-xml-parser gives it in document order: one key for the tag, `:@` for its attributes. */
export type RawNode = Readonly<Record<string, unknown>>;

const attributesKey = ':@';
const textKey = '#text';
const noScope: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** Elements with namespaces resolved out of the parser's nodes. */
export function buildTree(nodes: readonly RawNode[]): XmlElement[] {
  return nodes.flatMap((node) => build(node, noScope) ?? []);
}

function build(node: RawNode, outer: Scope): XmlElement | undefined {
  const tag = Object.keys(node).find((key) => key !== attributesKey);
  if (tag === undefined || tag === textKey) return undefined;
  const attributes = node[attributesKey];
  const scope = scopeOf(attributes, outer);
  const element = new XmlElement(tag, scope);
  for (const [name, value] of entriesOf(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) element.setAttribute(name, decodeReferences(value));
  }
  const inner = node[tag];
  for (const child of Array.isArray(inner) ? (inner as RawNode[]) : []) {
    const text = child[textKey];
    if (typeof text === 'string') element.text += decodeReferences(text);
    else {
      const built = build(child, scope);
      if (built !== undefined) element.children.push(built);
    }
  }
  return element;
}

/** The prefixes in force inside an element: its parent's, unless it declares its own. */
function scopeOf(attributes: unknown, outer: Scope): Scope {
  const declared = entriesOf(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const [name, value] of declared) scope.set(name.slice('xmlns:'.length), decodeReferences(value));
  return scope;
}

function entriesOf(attributes: unknown): [string, string][] {
  return typeof attributes === 'object' && attributes !== null
    ? Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : [];
}
