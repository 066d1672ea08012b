import { findMentions } from './find-mentions.ts';
import { nameKey, wordsOf } from './words.ts';

/**
 * The record type of a description that a sentence names, for systems the catalog does not know: "connect Acme orders
 * to NetSuite" with Acme's own entities. Null when it names none, or several.
 */
export function entityInSentence(sentence: string, entities: readonly string[]): string | null {
  const names = new Map(entities.map((entity) => [nameKey(entity), entity]));
  const found = new Set(findMentions(wordsOf(sentence), names).map((mention) => mention.value));
  const [only, other] = found;
  return only !== undefined && other === undefined ? only : null;
}
