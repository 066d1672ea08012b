import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { singular } from '../words/singular.ts';
import { splitIdentifier } from '../words/split-identifier.ts';
import { abbreviations, stopWords } from '../words/vocabulary.ts';

/** `first name, forename`: phrases with commas between them. */
const Phrases = z.string().transform((text) => text.split(',').map((phrase) => phrase.trim()));
const phrasesByName = z.record(z.string(), Phrases);
const Concepts = z.strictObject({
  concepts: phrasesByName,
  near: phrasesByName,
  parts: phrasesByName,
  generic: Phrases,
  roles: Phrases,
  ofAnything: Phrases,
});
const Qualifiers = z.record(z.string(), phrasesByName);

export interface Concept {
  readonly name: string;
  readonly near: ReadonlySet<string>;
  /** Concepts that this one is a part of. */
  readonly wholes: ReadonlySet<string>;
  /** Means something only with its entity: id, name, status. */
  readonly generic: boolean;
}
export interface Qualifier {
  readonly name: string;
  readonly group: string;
}

const read = (name: string): unknown => load(readFileSync(new URL(name, import.meta.url), 'utf8'));
const file = Concepts.parse(read('concepts.yaml'));
const entries = Object.entries(file.concepts).map(([name, also]) => ({ name, also }));

export const concepts: ReadonlyMap<string, Concept> = new Map(
  entries.map(({ name }) => [
    name,
    { name, near: new Set(file.near[name]), wholes: wholesOf(name), generic: file.generic.includes(name) },
  ]),
);

function wholesOf(part: string): Set<string> {
  return new Set(
    Object.entries(file.parts).flatMap(([whole, parts]) => (parts.includes(part) ? [whole] : [])),
  );
}

/** Who takes part in a record: what is said of them is not said of the record. */
export const roles: ReadonlySet<string> = new Set(file.roles);

/** What records and their parts alike have: the description of an address is not the record's. */
export const ofAnything: ReadonlySet<string> = new Set(file.ofAnything);

/** Every phrase of every concept, words joined by a space. */
export const conceptPhrases: ReadonlyMap<string, Concept> = phraseTable();
/** "name first", "date created": phrases of two words in the other order, where nothing else claims it. */
export const reversedPhrases: ReadonlyMap<string, Concept> = reversedTable(conceptPhrases);
export const qualifierPhrases: ReadonlyMap<string, Qualifier> = new Map(
  Object.entries(Qualifiers.parse(read('qualifiers.yaml'))).flatMap(([group, members]) =>
    Object.entries(members).flatMap(([name, phrases]) =>
      phrases.map((phrase): [string, Qualifier] => [normal(phrase), { name, group }]),
    ),
  ),
);
export const longestPhrase = Math.max(...[...conceptPhrases.keys()].map((key) => key.split(' ').length));

/** All words that occur in a phrase, for taking run-together names apart. */
export const conceptWords: ReadonlySet<string> = new Set(
  [...conceptPhrases.keys(), ...qualifierPhrases.keys()].flatMap((phrase) => phrase.split(' ')),
);

/** Equal, or each says the other is near. */
export function areNear(a: string, b: string): boolean {
  return concepts.get(a)?.near.has(b) === true || concepts.get(b)?.near.has(a) === true;
}

function phraseTable(): Map<string, Concept> {
  const table = new Map<string, Concept>();
  const add = (phrase: string, name: string) => {
    const concept = concepts.get(name);
    if (concept !== undefined && phrase !== '' && !table.has(phrase)) table.set(phrase, concept);
  };
  for (const { name } of entries) add(normal(name), name);
  for (const { name, also } of entries) for (const phrase of also) add(normal(phrase), name);
  // `closed at`, `closed on`, `closed time` all say what "closed date" says.
  for (const [phrase, concept] of [...table]) {
    const [, event] = /^(.+) (?:date|at|on|time)$/.exec(phrase) ?? [];
    if (event === undefined) continue;
    for (const word of ['date', 'at', 'on', 'time', 'datetime', 'timestamp'])
      add(`${event} ${word}`, concept.name);
  }
  return table;
}

function reversedTable(phrases: ReadonlyMap<string, Concept>): Map<string, Concept> {
  const table = new Map<string, Concept>();
  for (const [phrase, concept] of phrases) {
    const words = phrase.split(' ');
    const reversed = words.toReversed().join(' ');
    if (words.length === 2 && !phrases.has(reversed) && !table.has(reversed)) table.set(reversed, concept);
  }
  return table;
}

/** As `readWords`, but phrases are written apart already, and taking apart needs this table. */
function normal(phrase: string): string {
  return splitIdentifier(phrase)
    .flatMap((word) => abbreviations.get(word) ?? [word])
    .filter((word) => !stopWords.has(word))
    .map(singular)
    .join(' ');
}
