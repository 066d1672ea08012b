import { parse } from '@babel/parser';

/** A node of Babel's syntax tree, as far as we look at one. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number } };
  readonly [field: string]: unknown;
}

/** The syntax tree of a TypeScript file. Throws a SyntaxError. */
export function parseFile(source: string): SyntaxNode {
  return parse(source, { sourceType: 'module', plugins: ['typescript'] }) as unknown as SyntaxNode;
}

/** A node and all below it, parents first. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* descendants(child);
  }
}

/** The value of a plain literal, as text; undefined for anything else. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'NullLiteral') return 'null';
  return /^(String|Numeric|Boolean)Literal$/.test(node.type) ? String(node['value']) : undefined;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'loc' in value;
}
