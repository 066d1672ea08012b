import type { Transform } from '../../tools/model/index.ts';
import { code } from '../text/escape.ts';

/** What happens to a value on its way, in a few words of mrkdwn; '' for a plain copy. */
export function transformWords(transform: Transform): string {
  switch (transform.kind) {
    case 'identity':
    case 'rename':
    case 'unnest':
      return '';
    case 'cast':
      return `as ${transform.to}`;
    case 'concat':
      return transform.separator.trim() === '' ? 'joined' : `joined with ${code(transform.separator, 20)}`;
    case 'split':
      return splitWords(transform);
    case 'lookup':
      return `${transform.table.length} ${transform.table.length === 1 ? 'value' : 'values'} translated`;
    case 'unit':
      return `× ${transform.factor}`;
    case 'date-format':
      return `${transform.from} to ${transform.to}`;
    case 'nest':
      return transform.wrap === null ? '' : `inside ${code(transform.wrap, 40)}`;
    case 'constant':
      return `always ${code(JSON.stringify(transform.value), 60)}`;
    case 'default':
      return `${code(JSON.stringify(transform.value), 60)} when empty`;
    case 'conditional':
      return `depends on ${code(JSON.stringify(transform.equals), 60)}`;
    case 'aggregate':
      return `${transform.op} of the list`;
    case 'reference':
      return `looked up as ${code(transform.entity, 60)}`;
    case 'expression':
      return 'written by hand';
  }
}

function splitWords({ index, rest, separator }: Extract<Transform, { kind: 'split' }>): string {
  const part = index === -1 ? 'last part' : `part ${index + 1}`;
  const at = separator.trim() === '' ? 'of the words' : `at ${code(separator, 20)}`;
  return `${rest ? 'what follows ' : ''}${part} ${at}`;
}
