import { type AnyNode, type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import type { ListItem } from './block.ts';
import { lineOf, maxText } from './text-of-html.ts';

/** The entries of a list, with those of the lists inside of them. */
export function itemsOf(list: Element, depth: number): ListItem[] {
  if (depth > 6) return [];
  return list.children.filter(isTag).flatMap((item): ListItem[] => {
    if (item.name !== 'li') return [];
    const text = lineOf(item, isBlockOfItsOwn);
    return [
      {
        name: nameIn(item.children) ?? typedName(text),
        text,
        items: listsIn(item.children).flatMap((inner) => itemsOf(inner, depth + 1)),
      },
    ];
  });
}

/** The nearest lists below, through whatever folds them away. */
function listsIn(nodes: readonly AnyNode[]): Element[] {
  return nodes.filter(isTag).flatMap((node) => (isListTag(node.name) ? [node] : listsIn(node.children)));
}

function isBlockOfItsOwn(node: Element): boolean {
  return isListTag(node.name) || node.name === 'pre';
}

/** A name that nothing but the type behind it marks: `owner nullable object`. */
function typedName(text: string): string | null {
  return (
    /^([A-Za-z_$][\w$.[\]-]{0,80})\s+(?:(?:nullable|required|optional)\s+)?(?:string|integer|int|number|float|decimal|boolean|bool|object|hash|map|array|list|enum|timestamp|date(?:time)?|uuid|url)s?\b/.exec(
      text,
    )?.[1] ?? null
  );
}

function isListTag(name: string): boolean {
  return name === 'ul' || name === 'ol';
}

/** The first bold or code word, when nothing but marks stands before it. */
function nameIn(nodes: readonly AnyNode[]): string | null {
  for (const node of nodes) {
    if (!isTag(node)) {
      if (textContent(node).trim() !== '') return null;
      continue;
    }
    if (/^(?:code|strong|b)$/.test(node.name)) return lineOf(node);
    if (node.name === 'p' || node.name === 'span' || node.name === 'a' || node.name === 'div')
      return nameIn(node.children);
    return null;
  }
  return null;
}

/** The entries of a list of definitions. */
export function definitionsOf(list: Element): ListItem[] {
  const found: { name: string; text: string }[] = [];
  for (const child of list.children.filter(isTag)) {
    if (child.name === 'dt') found.push({ name: lineOf(child), text: '' });
    const last = found.at(-1);
    if (child.name === 'dd' && last !== undefined) last.text = `${last.text} ${lineOf(child)}`.trim();
  }
  return found.map(({ name, text }) => ({
    name: name.split(/\s/, 1)[0] ?? name,
    text: `${name} ${text}`.slice(0, maxText),
    items: [],
  }));
}
