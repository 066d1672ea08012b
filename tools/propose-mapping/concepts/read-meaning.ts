import { type Concept, concepts, type Qualifier, qualifierPhrases } from './concept-table.ts';
import { phrasesIn } from './phrases-in.ts';

/** What a sequence of words says: `billing address 2 city` → head city, context address, use billing, ordinal 2. */
export interface Meaning {
  /** The concept that the words end in. */
  readonly head: Concept | null;
  /** A trailing word that only says in which form the head is given: `state code`, `owner id`. */
  readonly tail: string | null;
  readonly context: ReadonlySet<string>;
  readonly qualifiers: readonly Qualifier[];
  readonly qualifierNames: ReadonlySet<string>;
  readonly ordinal: number | null;
  /** Words without a known meaning. */
  readonly rest: readonly string[];
}

const tails = new Set([
  'id',
  'code',
  'key',
  'name',
  'number',
  'value',
  'text',
  'type',
  'email',
  'url',
  'date',
  'count',
]);

/** Words that name no thing of their own: `tax_id_data`, `contact_info`. */
const empty = new Set(['data', 'information', 'record', 'field', 'property', 'attribute', 'object', 'iso']);

/**
 * Reads the meaning of normal words (see `readWords`), given step by step of a path.
 */
export function readMeaning(steps: readonly (readonly string[])[]): Meaning {
  const words = steps.flat();
  const pieces = phrasesIn(steps);
  const context = new Set<string>();
  const qualifiers: Qualifier[] = [];
  const rest: string[] = [];
  let ordinal: number | null = null;
  let head: Concept | null = null;
  let tail: string | null = null;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const match = pieces.get(at);
    if (match !== undefined) {
      // A form word directly after a concept belongs to it: "owner id" is about the owner.
      if (head !== null && !head.generic && tail === null && match.length === 1 && tails.has(word)) {
        tail = word;
      } else {
        if (head !== null) context.add(head.name);
        head = match.concept;
        tail = null;
      }
      at += match.length;
      continue;
    }
    const qualifier = qualifierPhrases.get(word);
    if (qualifier !== undefined) qualifiers.push(qualifier);
    else if (/^\d{1,3}$/.test(word)) ordinal ??= Number(word);
    else if (empty.has(word) && words.length > 1) {
      // Says nothing.
    } else {
      rest.push(word);
      // Unknown words after a concept take its place as the thing meant: "email bounce reason" is no e-mail.
      if (head !== null) context.add(head.name);
      head = null;
      tail = null;
    }
    at += 1;
  }
  const qualifierNames = new Set(qualifiers.map(({ name }) => name));
  return { head, tail, context, qualifiers, qualifierNames, ordinal, rest };
}

/** The same meaning inside a record of this concept, which its fields need not name: "order status" of an order. */
export function insideRecord(meaning: Meaning, record: string): Meaning {
  if (meaning.head?.name === record && meaning.tail !== null) {
    const head = concepts.get(meaning.tail);
    if (head !== undefined) return { ...meaning, head, tail: null };
  }
  if (!meaning.context.has(record)) return meaning;
  return { ...meaning, context: new Set([...meaning.context].filter((name) => name !== record)) };
}
