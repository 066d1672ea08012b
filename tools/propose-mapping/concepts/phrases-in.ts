import {
  type Concept,
  conceptPhrases,
  longestPhrase,
  qualifierPhrases,
  reversedPhrases,
} from './concept-table.ts';

export interface Phrase {
  readonly concept: Concept;
  /** In words. */
  readonly length: number;
}

interface Found extends Phrase {
  readonly cost: number;
}

/** What a piece costs: the fewest phrases that explain the most words win. */
const costs = { phrase: 1, reversed: 0.3, acrossSteps: 0.1, qualifier: 0.6, number: 0.5, unknown: 2 };

/**
 * The concept phrases of a path's words, by the index of their first word: of all ways to take the words apart, the
 * one that explains the most with the fewest pieces, so that `address.postalCode` is a postal code, not a postal address.
 */
export function phrasesIn(steps: readonly (readonly string[])[]): ReadonlyMap<number, Phrase> {
  const words = steps.flat();
  const ends: number[] = [];
  for (const step of steps) {
    const end = ends.length + step.length;
    for (const _ of step) ends.push(end);
  }
  // From the end: the cheapest reading of everything behind each word.
  const cheapest = new Float64Array(words.length + 1);
  const chosen: (Found | undefined)[] = [];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    let best = costOfWord(words[at] ?? '') + (cheapest[at + 1] ?? 0);
    let phrase: Found | undefined;
    for (const found of phrasesAt(words, at, ends[at] ?? words.length)) {
      const cost = found.cost + (cheapest[at + found.length] ?? 0);
      if (cost > best) continue;
      best = cost;
      phrase = found;
    }
    cheapest[at] = best;
    chosen[at] = phrase;
  }
  const pieces = new Map<number, Phrase>();
  for (let at = 0; at < words.length; at += chosen[at]?.length ?? 1) {
    const phrase = chosen[at];
    if (phrase !== undefined) pieces.set(at, phrase);
  }
  return pieces;
}

function costOfWord(word: string): number {
  if (qualifierPhrases.has(word)) return costs.qualifier;
  return /^\d{1,3}$/.test(word) ? costs.number : costs.unknown;
}

/** Shorter ones first, so that of equally cheap readings the longer phrase wins. */
function phrasesAt(words: readonly string[], at: number, stepEnd: number): Found[] {
  // A phrase that starts with a qualifier ends with its step: `shipping.company` is no shipping company.
  const end = qualifierPhrases.has(words[at] ?? '') ? stepEnd : words.length;
  const found: Found[] = [];
  for (let length = 1; length <= Math.min(longestPhrase, end - at); length += 1) {
    const text = words.slice(at, at + length).join(' ');
    const forward = conceptPhrases.get(text);
    // The other order is a habit of single names: steps are in order.
    const concept = forward ?? (at + length <= stepEnd ? reversedPhrases.get(text) : undefined);
    if (concept === undefined) continue;
    // A word that also qualifies ("first", "other", "ship") does so when more follows.
    if (length === 1 && at + 1 < words.length && qualifierPhrases.has(text)) continue;
    const cost =
      costs.phrase +
      (forward === undefined ? costs.reversed : 0) +
      (at + length > stepEnd ? costs.acrossSteps : 0);
    found.push({ concept, length, cost });
  }
  return found;
}
