import { type AnyNode, type Element, isTag } from 'domhandler';
import { getAttributeValue, getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Block, Placed } from './block.ts';
import { definitionsOf, itemsOf } from './lists-of-html.ts';
import { isMdxField, mdxRole, mdxTable } from './mdx-fields.ts';
import { lineOf, skipped } from './text-of-html.ts';

const maxBlocks = 20_000;
const maxDepth = 200;
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
        // Markdown takes elements that it does not know for a paragraph.
        if (node.children.some((child) => isTag(child) && isMdxField(child))) {
          for (const child of node.children) this.visit(child, depth + 1);
        } else this.#add({ kind: 'text', text: lineOf(node) });
        return;
      case 'code':
      case 'blockquote':
        this.#add({ kind: 'text', text: lineOf(node) });
        return;
      default:
        if (isMdxField(node)) {
          this.#add(mdxRole(node));
          this.#add(
            mdxTable(node, (nodes) =>
              nodes
                .map((inner) => lineOf(inner))
                .join(' ')
                .trim(),
            ),
          );
        } else if (isParagraph(node)) this.#add({ kind: 'text', text: lineOf(node) });
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
    const cells = rows.map((row) => row.map((cell) => lineOf(cell))).filter((row) => row.length > 0);
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

/** The anchor that renderers give a heading without an id. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .slice(0, 100);
}
