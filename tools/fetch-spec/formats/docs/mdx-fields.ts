import type { AnyNode, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { getAttributeValue } from 'domutils';
import type { Block } from './block.ts';

/** Elements of MDX references (Mintlify and its like) that describe one field each; HTML writes their names small. */
const elements = new Set(['paramfield', 'responsefield']);
const places = ['path', 'query', 'header', 'body'];
const header = ['Name', 'Type', 'Required', 'In', 'Default', 'Description'];

export function isMdxField(node: Element): boolean {
  return elements.has(node.name);
}

/** What comes before the rows of a field element: its role, as a reader would be told it. */
export function mdxRole(node: Element): Block {
  return { kind: 'text', text: node.name === 'responsefield' ? 'Response' : 'Request body' };
}

/** A field element as a table of its own rows: itself, and those inside of it. `text` makes one line of nodes. */
export function mdxTable(node: Element, text: (nodes: readonly AnyNode[]) => string): Block {
  return { kind: 'table', header, rows: rowsOf(node, '', text) };
}

function rowsOf(node: Element, before: string, text: (nodes: readonly AnyNode[]) => string): string[][] {
  const place = places.find((name) => getAttributeValue(node, name) !== undefined) ?? '';
  const name = getAttributeValue(node, place === '' ? 'name' : place) ?? '';
  if (name === '') return [];
  const type = plainType(getAttributeValue(node, 'type') ?? '');
  const inner = fieldsIn(node.children);
  const own = text(node.children.filter((child) => !(isTag(child) && fieldsIn([child]).length > 0)));
  const required = getAttributeValue(node, 'required');
  const path = `${before}${name}`;
  const step = /\[\]$|^array/.test(type) ? '[].' : '.';
  return [
    ...(inner.length > 0
      ? []
      : [
          [
            path,
            type,
            required === undefined || required === 'false' ? 'no' : 'yes',
            place,
            getAttributeValue(node, 'default') ?? '',
            own,
          ],
        ]),
    ...inner.flatMap((child) => rowsOf(child, `${path.replace(/\[\]$/, '')}${step}`, text)),
  ];
}

/** The nearest field elements below, through whatever folds them away. */
function fieldsIn(nodes: readonly AnyNode[]): Element[] {
  return nodes.filter(isTag).flatMap((node) => (isMdxField(node) ? [node] : fieldsIn(node.children)));
}

/** `enum<string>` and `string | null` in words that tables use. */
function plainType(type: string): string {
  return type
    .replaceAll(/[{}"']/g, '')
    .replace(/^enum<(\w+)>$/, '$1')
    .replace(/\s*\|\s*null$/, ', nullable');
}
