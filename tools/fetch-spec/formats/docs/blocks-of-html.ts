import { type AnyNode, type Element, isTag } from 'domhandler';
import { getAttributeValue, getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Block, ListItem, Placed } from './block.ts';

const maxBlocks = 20_000;
const maxDepth = 200;
const maxText = 2_000;
const skipped = new Set([
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

/** The blocks of an HTML page in reading order. Nothing is run or fetched; scripts, styles and navigation are left out. */
export function blocksOfHtml(html: string): Placed[] {
  const reader = new HtmlReader();
  for (const node of parseDocument(html, { decodeEntities: true }).children) reader.visit(node, 0);
  return reader.blocks;
}

class HtmlReader {
  readonly blocks: Placed[] = [];
  #anchor = '';

  visit(node: AnyNode, depth: number): void {
    if (!isTag(node) || skipped.has(node.name) || depth > maxDepth || this.blocks.length >= maxBlocks) return;
    const id = getAttributeValue(node, 'id') ?? getAttributeValue(node, 'name');
    if (id !== undefined && id !== '' && node.name !== 'input') this.#anchor = id.slice(0, 200);
    switch (node.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#heading(node);
        return;
      case 'pre':
        this.#add({ kind: 'code', text: textContent(node).slice(0, 200_000) });
        return;
      case 'table':
        this.#table(node);
        return;
      case 'ul':
      case 'ol':
        this.#add({ kind: 'list', items: itemsOf(node, 0) });
        // A list may hold code samples of its own.
        for (const pre of getElementsByTagName('pre', node, true)) this.visit(pre, depth + 1);
        return;
      case 'dl':
        this.#add({ kind: 'list', items: definitionsOf(node) });
        return;
      case 'p':
      case 'code':
      case 'blockquote':
        this.#add({ kind: 'text', text: lineOf(node) });
        return;
      default:
        if (isParagraph(node)) this.#add({ kind: 'text', text: lineOf(node) });
        else for (const child of node.children) this.visit(child, depth + 1);
    }
  }

  #heading(node: Element): void {
    const text = lineOf(node).replace(/\s*[#¶]\s*$/, '');
    const inner = getElementsByTagName('a', node, true)
      .map((link) => getAttributeValue(link, 'id') ?? getAttributeValue(link, 'name'))
      .find((name) => name !== undefined && name !== '');
    this.#anchor = getAttributeValue(node, 'id') ?? inner ?? slug(text);
    this.#add({ kind: 'heading', level: Number(node.name.slice(1)), text });
  }

  #table(node: Element): void {
    const rows = getElementsByTagName('tr', node, true).map((row) =>
      row.children.filter(
        (cell): cell is Element => isTag(cell) && (cell.name === 'td' || cell.name === 'th'),
      ),
    );
    const [first = []] = rows;
    const hasHeader =
      first.length > 0 &&
      (first.every(({ name }) => name === 'th') ||
        (first[0]?.parent?.parent?.type === 'tag' && (first[0].parent.parent as Element).name === 'thead'));
    const cells = rows.map((row) => row.map(lineOf)).filter((row) => row.length > 0);
    this.#add({
      kind: 'table',
      header: hasHeader ? (cells[0] ?? []) : [],
      rows: hasHeader ? cells.slice(1) : cells,
    });
  }

  #add(block: Block): void {
    if ('text' in block && block.text.trim() === '') return;
    this.blocks.push({ ...block, anchor: this.#anchor });
  }
}

/** Text without elements that stand as blocks of their own. */
function isParagraph(node: Element): boolean {
  const inner = node.children.filter(isTag);
  const inline = inner.every(({ name }) =>
    /^(?:a|b|strong|em|i|code|span|br|kbd|sup|sub|small|mark)$/.test(name),
  );
  const deep = inner.some((child) =>
    child.children.some((grand) => isTag(grand) && !/^(?:a|b|strong|em|i|code|span|br)$/.test(grand.name)),
  );
  return inline && !deep && lineOf(node) !== '' && !/^(?:html|body|head|title)$/.test(node.name);
}

function itemsOf(list: Element, depth: number): ListItem[] {
  if (depth > 6) return [];
  return list.children.filter(isTag).flatMap((item): ListItem[] => {
    if (item.name !== 'li') return [];
    const nested = innerLists(item);
    const own = item.children.filter(
      (child) => !(isTag(child) && (isListTag(child.name) || child.name === 'pre')),
    );
    const text = own
      .map((child) => textContent(child))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, maxText);
    return [{ name: nameIn(own), text, items: nested.flatMap((inner) => itemsOf(inner, depth + 1)) }];
  });
}

function innerLists(item: Element): Element[] {
  return item.children.filter((child): child is Element => isTag(child) && isListTag(child.name));
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

function definitionsOf(list: Element): ListItem[] {
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

/** The text of a node as one line. */
function lineOf(node: AnyNode): string {
  return spaced(node).replaceAll(/\s+/g, ' ').trim().slice(0, maxText);
}

/** Text with a space between elements that a reader sees apart. */
function spaced(node: AnyNode): string {
  if (!isTag(node)) return 'data' in node && node.type === 'text' ? node.data : '';
  if (skipped.has(node.name) && node.name !== 'button') return '';
  const inner = node.children.map(spaced).join('');
  return /^(?:br|p|div|li|td|th|tr|dd|dt|span)$/.test(node.name) ? ` ${inner} ` : inner;
}

/** The anchor that renderers give a heading without an id. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .slice(0, 100);
}
