import type { EnumValue, Field } from '../field.ts';
import { enumKey } from './enum-key.ts';
import type { Scalar } from './transform.ts';
import { areSynonyms } from './value-synonyms.ts';

export { enumKey } from './enum-key.ts';

export interface ValueTable {
  readonly table: { from: Scalar; to: Scalar }[];
  /** Source values that found no partner. */
  readonly without: Scalar[];
}

/** Pairs the values of two lists: by value, by label, by words for the same, else by words that are alike. */
export function pairValues(source: Pick<Field, 'enum'>, target: Pick<Field, 'enum'>): ValueTable {
  const table: ValueTable['table'] = [];
  const without: Scalar[] = [];
  for (const value of source.enum) {
    const partner = partnerOf(value, target.enum);
    if (partner === undefined) without.push(value.value);
    else table.push({ from: value.value, to: partner.value });
  }
  return { table, without };
}

function partnerOf(value: EnumValue, others: readonly EnumValue[]): EnumValue | undefined {
  const keys = keysOf(value);
  return (
    others.find((other) => other.value === value.value) ??
    others.find((other) => keysOf(other).some((key) => keys.includes(key))) ??
    only(others.filter((other) => keysOf(other).some((key) => keys.some((own) => areSynonyms(own, key))))) ??
    nearestPartner(keys, others)
  );
}

/** Two values that fit alike are a question, not an answer. */
function only(found: readonly EnumValue[]): EnumValue | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function keysOf({ value, label }: EnumValue): string[] {
  const keys = label === null ? [enumKey(value)] : [enumKey(value), enumKey(label)];
  return keys.filter((key) => key !== '');
}

function nearestPartner(keys: readonly string[], others: readonly EnumValue[]): EnumValue | undefined {
  const words = wordsOf(keys);
  const [first, second] = others
    .map((other) => ({ other, overlap: likeness(words, wordsOf(keysOf(other))) }))
    .sort((a, b) => b.overlap - a.overlap);
  if (first === undefined || first.overlap < 0.65 || second?.overlap === first.overlap) return undefined;
  return first.other;
}

function wordsOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => key.split(' ')));
}

const negations = new Set(['not', 'no', 'non', 'un', 'never', 'without']);

/** Share of common words; "not started" is nothing like "started". */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const negated = [...negations].some((word) => a.has(word) !== b.has(word));
  return a.size + b.size === 0 || negated ? 0 : (2 * shared) / (a.size + b.size);
}
