import type { Transform } from '../../model/index.ts';
import { code, text } from './markdown.ts';

const value = (scalar: unknown) => code(JSON.stringify(scalar), 40);
const dates = {
  'iso-date': 'date',
  'iso-date-time': 'date and time',
  'epoch-ms': 'milliseconds since 1970',
  'epoch-s': 'seconds since 1970',
  iso: 'date or date and time',
  epoch: 'seconds or milliseconds since 1970',
  yyyymmdd: 'YYYYMMDD',
  'mm/dd/yyyy': 'MM/DD/YYYY',
  'dd/mm/yyyy': 'DD/MM/YYYY',
} as const;

/** What a transform does, in words for a reviewer, as Markdown. */
export function transformWords(transform: Transform): string {
  switch (transform.kind) {
    case 'identity':
    case 'rename':
      return 'as is';
    case 'cast':
      return `to ${transform.to}`;
    case 'concat':
      return `joined with ${value(transform.separator)}`;
    case 'split':
      return `split at ${value(transform.separator)}, ${partWords(transform.index, transform.rest)}`;
    case 'lookup':
      return lookupWords(transform);
    case 'unit':
      return `× ${transform.factor}, rounded to ${transform.decimals} decimals`;
    case 'date-format':
      return `${dates[transform.from]} → ${dates[transform.to]}`;
    case 'nest':
      return transform.wrap === null ? 'into a nested field' : `into an object under ${code(transform.wrap)}`;
    case 'unnest':
      return 'out of its object';
    case 'constant':
      return `always ${value(transform.value)}`;
    case 'default':
      return `as is, ${value(transform.value)} when empty`;
    case 'conditional':
      return `${value(transform.match)} when ${value(transform.equals)}, else ${value(transform.otherwise)}`;
    case 'aggregate':
      return transform.op === 'join'
        ? `all, joined with ${value(transform.separator)}`
        : `${transform.op} of all`;
    case 'reference':
      return `id of ${code(transform.entity)}${transform.as === 'object' ? ', as an object' : ''}`;
    case 'expression':
      return `by hand in \`overrides.ts\`: ${text(transform.note, 100)}`;
  }
}

function partWords(index: number, rest: boolean): string {
  if (rest) return `everything from part ${index + 1} on`;
  return index === -1 ? 'last part' : index < 0 ? `part ${-index} from the end` : `part ${index + 1}`;
}

function lookupWords({ table, otherwise }: Extract<Transform, { kind: 'lookup' }>): string {
  const shown = table.slice(0, 3).map(({ from, to }) => `${value(from)} → ${value(to)}`);
  const more = table.length > 3 ? [`${table.length - 3} more`] : [];
  const rest = otherwise === undefined ? 'others are refused' : `others → ${value(otherwise)}`;
  return `by value: ${[...shown, ...more, rest].join(', ')}`;
}
