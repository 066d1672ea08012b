import { type AnyNode, type Element, isTag } from 'domhandler';

/** Texts are cut here; nobody describes a field longer. */
export const maxText = 2_000;
/** Elements that hold nothing of the page's own words. */
export const skipped = new Set([
  'script',
  'style',
  'noscript',
  'svg',
  'nav',
  'footer',
  'template',
  'iframe',
  'button',
  'form',
]);

/** The text of a node as one line; elements that `left` names are left out. */
export function lineOf(node: AnyNode, left: (inner: Element) => boolean = () => false): string {
  return spaced(node, left).replaceAll(/\s+/g, ' ').trim().slice(0, maxText);
}

/** Text with a space between elements that a reader sees apart. */
function spaced(node: AnyNode, left: (inner: Element) => boolean): string {
  if (!isTag(node)) return 'data' in node && node.type === 'text' ? node.data : '';
  if ((skipped.has(node.name) && node.name !== 'button') || left(node)) return '';
  const inner = node.children.map((child) => spaced(child, left)).join('');
  return /^(?:br|p|div|li|td|th|tr|dd|dt|span|h[1-6])$/.test(node.name) ? ` ${inner} ` : inner;
}
