import type { EnumValue, Field } from '../field.ts';
import type { Scalar } from './transform.ts';

export interface ValueTable {
  readonly table: { from: Scalar; to: Scalar }[];
  /** Source values that found no partner. */
  readonly without: Scalar[];
}

/** Pairs the values of two lists: by value, by label, else by words that are alike. */
export function pairValues(source: Field, target: Field): ValueTable {
  const table: ValueTable['table'] = [];
  const without: Scalar[] = [];
  for (const value of source.enum) {
    const partner = partnerOf(value, target.enum);
    if (partner === undefined) without.push(value.value);
    else table.push({ from: value.value, to: partner.value });
  }
  return { table, without };
}

/** Comparable form of a listed value or label: `In Progress`, `in_progress` and `inProgress` are one. */
export function enumKey(value: string | number | boolean): string {
  return String(value)
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

function partnerOf(value: EnumValue, others: readonly EnumValue[]): EnumValue | undefined {
  const keys = keysOf(value);
  return (
    others.find((other) => other.value === value.value) ??
    others.find((other) => keysOf(other).some((key) => keys.includes(key))) ??
    nearestPartner(keys, others)
  );
}

function keysOf({ value, label }: EnumValue): string[] {
  const keys = label === null ? [enumKey(value)] : [enumKey(value), enumKey(label)];
  return keys.filter((key) => key !== '');
}

function nearestPartner(keys: readonly string[], others: readonly EnumValue[]): EnumValue | undefined {
  const words = wordsOf(keys);
  const [first, second] = others
    .map((other) => ({ other, overlap: dice(words, wordsOf(keysOf(other))) }))
    .sort((a, b) => b.overlap - a.overlap);
  // Two equally near values are a question, not an answer.
  if (first === undefined || first.overlap < 0.65 || second?.overlap === first.overlap) return undefined;
  return first.other;
}

function wordsOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => key.split(' ')));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
