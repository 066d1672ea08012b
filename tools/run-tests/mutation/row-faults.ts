import { type Fault, instead } from './fault.ts';
import { descendants, isNode, literalText, type SyntaxNode } from './syntax.ts';

/** Faults of the rows: transform.ts writes each as one property, tables of values as lists of pairs above it. */
export function rowFaults(tree: SyntaxNode, source: string): Fault[] {
  const code = (node: SyntaxNode): string => source.slice(node.start, node.end);
  const rows = rowsOf(tree, []);
  return [
    ...rows.flatMap(({ path, value, siblings }) => {
      const other = siblings.find((sibling) => code(sibling.value) !== code(value));
      const inner = firstArgument(value);
      const always = value.type === 'ConditionalExpression' ? value['consequent'] : undefined;
      return [
        { what: `row ${path} dropped`, node: value, code: instead('undefined') },
        ...(other === undefined
          ? []
          : [
              {
                what: `row ${path} takes the source of ${other.path}`,
                node: value,
                code: instead(code(other.value)),
              },
            ]),
        ...(inner === undefined
          ? []
          : [{ what: `row ${path} without its transform`, node: value, code: instead(code(inner)) }]),
        ...(isNode(always)
          ? [{ what: `row ${path} whatever its condition says`, node: value, code: instead(code(always)) }]
          : []),
      ];
    }),
    ...wrongValues(tree, code),
  ];
}

interface Row {
  readonly path: string;
  readonly value: SyntaxNode;
  /** The rows after it in the same object, then those before: what could be taken for it. */
  readonly siblings: readonly Omit<Row, 'siblings'>[];
}

/** The properties of objects that hold no object themselves. */
function rowsOf(node: SyntaxNode, path: readonly string[]): Row[] {
  if (node.type !== 'ObjectExpression') {
    return children(node).flatMap((child) => rowsOf(child, path));
  }
  const own: Omit<Row, 'siblings'>[] = [];
  const below: Row[] = [];
  for (const property of children(node)) {
    const { key, value } = property;
    if (property.type !== 'ObjectProperty' || !isNode(key) || !isNode(value)) continue;
    const here = [...path, String(key['name'] ?? key['value'])];
    const inner = rowsOf(value, here);
    if (inner.length > 0) below.push(...inner);
    else own.push({ path: here.join('.'), value });
  }
  const rows = own.map((row, index) => ({
    ...row,
    siblings: [...own.slice(index + 1), ...own.slice(0, index)],
  }));
  return [...rows, ...below];
}

/** What a helper is given: `joinText([a, b], ' ')` has a. */
function firstArgument(value: SyntaxNode): SyntaxNode | undefined {
  if (value.type !== 'CallExpression') return undefined;
  const [first] = (value['arguments'] as SyntaxNode[]) ?? [];
  if (first?.type !== 'ArrayExpression') return first;
  const [element] = first['elements'] as SyntaxNode[];
  return element;
}

/** A pair's second value exchanged for another one of its table. */
function wrongValues(tree: SyntaxNode, code: (node: SyntaxNode) => string): Fault[] {
  const tables = [...descendants(tree)].filter(({ type, callee }) => {
    return type === 'NewExpression' && isNode(callee) && callee['name'] === 'Map';
  });
  return tables.flatMap((table) => {
    const pairs = [...descendants(table)]
      .filter(({ type, elements }) => type === 'ArrayExpression' && (elements as unknown[]).length === 2)
      .map(({ elements }) => elements as [SyntaxNode, SyntaxNode])
      .filter(([, to]) => literalText(to) !== undefined);
    return pairs.map(([from, to], index): Fault => {
      const others = [...pairs.slice(index + 1), ...pairs.slice(0, index)];
      const other = others.find(([, value]) => code(value) !== code(to));
      const wrong = other === undefined ? "'another value'" : code(other[1]);
      return {
        what: `value ${literalText(from)} becomes ${wrong} instead of ${code(to)}`,
        node: to,
        code: instead(wrong),
      };
    });
  });
}

function children(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}
