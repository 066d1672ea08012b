import type { FieldProfile } from '../profile/field-profile.ts';
import { sortedIds } from './sorted-sets.ts';
import type { WordTable } from './word-table.ts';

/** A field in the form in which thousands of pairs are compared: words as numbers of one table. */
export interface Comparable {
  readonly profile: FieldProfile;
  readonly words: Int32Array;
  readonly nameWords: Int32Array;
  readonly parentWords: Int32Array;
  /** Words of the label, or of the name where there is none. */
  readonly labelWords: Int32Array;
  readonly rest: Int32Array;
  readonly prose: Int32Array;
  readonly proseWeight: number;
  readonly described: Int32Array;
  readonly direction: Float32Array | null;
}

export function comparable(profile: FieldProfile, table: WordTable): Comparable {
  const ids = (words: Iterable<string>) => Int32Array.from(words, (word) => table.id(word));
  const prose = sortedIds(ids(profile.proseWords));
  return {
    profile,
    words: ids(profile.words),
    nameWords: ids(profile.nameWords),
    parentWords: ids(profile.parentWords),
    labelWords: ids(profile.labelWords.length > 0 ? profile.labelWords : profile.words),
    rest: ids(profile.meaning.rest),
    prose,
    proseWeight: prose.reduce((sum, id) => sum + (table.weights[id] ?? 0), 0),
    described: sortedIds(ids(profile.describedBy)),
    direction: table.directionOf(profile.proseWords),
  };
}
