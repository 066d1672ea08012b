import { type Fault, instead } from './fault.ts';
import { isChosen } from './mutant.ts';
import { descendants, isNode, type SyntaxNode } from './syntax.ts';

/** Faults of what a sync promises whatever its rows are: all pages, patience, nothing written twice. */
export function promiseFaults(tree: SyntaxNode): Fault[] {
  return [...descendants(tree)].flatMap((node): Fault[] => {
    const { expression, left, right, operator, key, value } = node;
    if (node.type === 'ExpressionStatement' && isNode(expression) && expression.type === 'YieldExpression') {
      return [{ what: 'second page left out', node, code: onlyOnce }];
    }
    if (node.type === 'BinaryExpression' && operator === '===' && isNode(left) && isNode(right)) {
      if (right['value'] !== 429) return [];
      return [{ what: '429 taken for a refusal', node, code: instead('false') }];
    }
    if (node.type === 'ObjectProperty' && isNode(key) && isNode(value)) {
      if (!/idempotency/i.test(String(key['value'] ?? '')) || /^(?:null|false)$/.test(String(value['value'])))
        return [];
      return [{ what: 'idempotency key lost', node: value, code: instead('crypto.randomUUID()') }];
    }
    return [];
  });
}

/** Leaves the statement out the second time it is reached. */
function onlyOnce(old: string, id: string): string {
  const count = `(globalThis.__pages = (globalThis.__pages ?? 0) + 1)`;
  return `if (!(${isChosen(id)} && ${count} === 2)) ${old}`;
}
