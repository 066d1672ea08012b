import { lastName } from '../../tools/model/index.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import type { Matcher } from './matcher.ts';
import { trigramDice } from './trigram.ts';

/** Compares last names only, proposes the best source at 0.55 or more: the usual cheap way. */
function baseline(name: string, similarity: (a: string, b: string) => number): Matcher {
  return {
    name,
    predict({ source, target }) {
      const targets = target.fields.map((field) => {
        const wanted = normalName(field.path);
        const ranked = source.fields
          .map(({ path }) => ({ sources: [path], confidence: similarity(normalName(path), wanted) }))
          .sort((a, b) => b.confidence - a.confidence);
        const best = ranked[0];
        const proposed = best !== undefined && best.confidence >= 0.55 ? { ...best, transform: null } : null;
        return { target: field.path, ranked, proposed };
      });
      return { targets, matchKeys: null };
    },
  };
}

/** Last name of a path, lower-case letters and digits only. */
export function normalName(path: string): string {
  return lastName(path)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export const nameBaselines: readonly Matcher[] = [
  baseline('exact-name', (a, b) => (a === b ? 1 : 0)),
  baseline('jaro-winkler', jaroWinkler),
  baseline('trigram', trigramDice),
];
