import type { MappingRow } from '../mapping.ts';
import { codeWords, dateWords, partWords, typeWords } from './plain-names.ts';
import type { Scalar, Transform, TransformOf, Where } from './transform.ts';

/** How a face shows what came from outside: escaped in its own way, cut at so many characters. */
export interface Shown {
  /** A name or a value. */
  readonly code: (text: string, limit?: number) => string;
  /** A person's prose. */
  readonly text: (text: string, limit?: number) => string;
}

type Step = Pick<MappingRow, 'sources' | 'transform'>;

/** Whether the value stays what it is: where there is little room, nothing need be said. */
export function isPlainCopy(transform: Transform): boolean {
  const { kind } = transform;
  if (kind === 'nest') return transform.wrap === null;
  return kind === 'identity' || kind === 'rename' || (kind === 'unnest' && transform.where === undefined);
}

/** What a row does with its sources, in plain words for a reviewer. All that is not our own passes through `shown`. */
export function sayTransform({ transform, sources }: Step, shown: Shown): string {
  const value = (scalar: Scalar) => valueText(scalar, shown);
  switch (transform.kind) {
    case 'identity':
    case 'rename':
      return 'as is';
    case 'cast':
      return `as ${typeWords[transform.to]}`;
    case 'concat':
      return transform.template === undefined
        ? `joined with ${value(transform.separator)}`
        : `written as ${value(transform.template)}`;
    case 'split':
      return transform.part === undefined
        ? `split at ${value(transform.separator)}, ${placeWords(transform)}`
        : `only ${partWords[transform.part]}`;
    case 'lookup':
      return lookupText(transform, shown);
    case 'unit':
      return unitText(transform, shown);
    case 'date-format':
      return `${dateWords[transform.from]} → ${dateWords[transform.to]}`;
    case 'nest':
      return transform.wrap === null
        ? 'into a nested field'
        : `into an object under ${shown.code(transform.wrap, 40)}`;
    case 'unnest':
      return transform.where === undefined
        ? 'out of its object'
        : whereText('the one', transform.where, shown);
    case 'constant':
      return `always ${value(transform.value)}`;
    case 'default':
      return `as is, ${value(transform.value)} when empty`;
    case 'conditional':
      return conditionalText(transform, sources, shown);
    case 'aggregate':
      return aggregateText(transform, shown);
    case 'reference':
      return `id of ${shown.code(transform.entity, 60)}${transform.as === 'object' ? ', as an object' : ''}`;
    case 'expression':
      return `by hand in ${shown.code('overrides.ts')}: ${shown.text(transform.note, 100)}`;
  }
}

/** A value of a mapping as it is written in it. */
export function valueText(scalar: Scalar, { code }: Shown): string {
  return code(JSON.stringify(scalar), 40);
}

function placeWords({ index, rest }: TransformOf<'split'>): string {
  if (rest) return index < 0 ? `the last ${-index} parts` : `everything from part ${index + 1} on`;
  return index === -1 ? 'last part' : index < 0 ? `part ${-index} from the end` : `part ${index + 1}`;
}

function lookupText({ table, otherwise, loose, codes }: TransformOf<'lookup'>, shown: Shown): string {
  const value = (scalar: Scalar) => valueText(scalar, shown);
  const rest = otherwise === undefined ? 'others are refused' : `others → ${value(otherwise)}`;
  const system = codes === undefined ? [] : [`as ${codeWords[codes]}`];
  if (table.length === 0) {
    return codes === undefined
      ? `by a value table that is still empty: ${rest}`
      : `${system.join()}, ${rest}`;
  }
  const rows = table.slice(0, 3).map(({ from, to }) => `${value(from)} → ${value(to)}`);
  const more = table.length > 3 ? [`${table.length - 3} more`] : [];
  const how = loose === true ? 'by value, spelling aside' : 'by value';
  return `${how}: ${[...rows, ...more, ...system.map((words) => `else ${words}`), rest].join(', ')}`;
}

function unitText({ factor, decimals, currency }: TransformOf<'unit'>, { code }: Shown): string {
  if (currency === undefined) return `× ${factor}, rounded to ${decimals} decimals`;
  const way = factor < 1 ? 'cents to whole units' : 'whole units to cents';
  return `${way}, with the decimals of the currency in ${code(currency)}`;
}

function whereText(which: string, { path, equals, orFirst }: Where, shown: Shown): string {
  const asked = `${which} whose ${shown.code(path)} is ${valueText(equals, shown)}`;
  return orFirst === true ? `${asked}, or the first` : asked;
}

function aggregateText({ op, separator, where }: TransformOf<'aggregate'>, shown: Shown): string {
  const of = where === undefined ? 'all' : whereText('those', where, shown);
  return op === 'join' ? `${of}, joined with ${valueText(separator, shown)}` : `${op} of ${of}`;
}

function conditionalText(
  { equals, match, otherwise, anyOf = [], cases = [], present }: TransformOf<'conditional'>,
  sources: readonly string[],
  shown: Shown,
): string {
  const value = (scalar: Scalar) => valueText(scalar, shown);
  const rest = `else ${value(otherwise)}`;
  if (present === true) return `${value(match)} when filled, ${rest}`;
  const answers = [equals, ...anyOf].map(value).join(' or ');
  if (cases.length === 0) return `${value(match)} when ${answers}, ${rest}`;
  const name = (at: number) => (sources[at] === undefined ? `source ${at + 1}` : shown.code(sources[at]));
  const asked = cases
    .slice(0, 3)
    .map((one) => `${value(one.match)} when ${name(one.source)} is ${value(one.equals)}`);
  const more = cases.length > 3 ? [`${cases.length - 3} more`] : [];
  return [`${value(match)} when ${name(0)} is ${answers}`, ...asked, ...more, rest].join(', ');
}
