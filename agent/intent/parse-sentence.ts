import { RequestError } from '../../tools/core/index.ts';
import { findMentions, type Mention, misspeltSystem, systemNames } from './find-mentions.ts';
import type { KnownSystem } from './known-system.ts';
import { nameKey, wordsOf } from './words.ts';

export interface IntentSide {
  readonly system: string;
  /** Null: the sentence did not name one. */
  readonly entity: string | null;
}

export interface Intent {
  readonly source: IntentSide | null;
  readonly target: IntentSide | null;
  /** What was read into the sentence, for people to check. */
  readonly notes: readonly string[];
}

/** Words that stand before the system the data comes from, or goes to. */
const fromWords = new Set(['from', 'of', 'out']);
const toWords = new Set(['to', 'into', 'in', 'with', 'onto', 'towards']);

/**
 * Reads which system's records go to which other system's from "connect HubSpot contacts to NetSuite" and its kin
 * ("sync Shopify orders into NetSuite sales orders", "into NetSuite from HubSpot", "hubspott → netsuite"). A side the
 * sentence does not name is null; words it does not know are ignored. Throws `too_many_systems`.
 */
export function parseSentence(sentence: string, systems: readonly KnownSystem[]): Intent {
  const words = wordsOf(sentence);
  const notes: string[] = [];
  const found = mentionedSystems(words, systems, notes);
  if (found.length > 2) {
    const titles = found.map((mention) => mention.value.title).join(', ');
    throw new RequestError(
      'too_many_systems',
      `The sentence names ${found.length} systems: ${titles}`,
      'Connect two at a time: "connect <system> <records> to <system>"',
    );
  }
  const [first, second] = found;
  if (first === undefined) return { source: null, target: null, notes };
  if (second === undefined) {
    const side = sideOf(words, first, [first]);
    return roleOf(words, first) === 'to'
      ? { source: null, target: side, notes }
      : { source: side, target: null, notes };
  }
  // "into NetSuite from HubSpot" turns the order round; without such words the first is the source.
  const turned = roleOf(words, second) === 'from' && roleOf(words, first) !== 'from';
  const [source, target] = turned ? [second, first] : [first, second];
  return { source: sideOf(words, source, found), target: sideOf(words, target, found), notes };
}

function mentionedSystems(
  words: readonly string[],
  systems: readonly KnownSystem[],
  notes: string[],
): Mention<KnownSystem>[] {
  const names = systemNames(systems);
  const found = findMentions(words, names);
  // Entity names are ordinary words ("ticket"), so only words that name nothing are read as misspelt systems.
  const entityKeys = new Set(
    systems.flatMap((system) => system.entities.flatMap((entity) => entity.names.map(nameKey))),
  );
  words.forEach((word, index) => {
    if (
      found.length >= 2 ||
      found.some((m) => m.start <= index && index < m.end) ||
      entityKeys.has(nameKey(word))
    )
      return;
    const system = misspeltSystem(word, names);
    if (system === undefined || found.some((m) => m.value === system)) return;
    found.push({ start: index, end: index + 1, value: system, readAs: word });
    notes.push(`"${word}" was read as ${system.title}.`);
  });
  return found.sort((a, b) => a.start - b.start);
}

function roleOf(words: readonly string[], mention: Mention<KnownSystem>): 'from' | 'to' | null {
  // A record name may stand between: "from my HubSpot", "to the NetSuite".
  for (const word of words.slice(Math.max(0, mention.start - 2), mention.start).reverse()) {
    if (fromWords.has(word)) return 'from';
    if (toWords.has(word)) return 'to';
  }
  return null;
}

/**
 * The entity named for a system: right behind it ("HubSpot contacts"), after "as" ("NetSuite as customers"), or before
 * it with a from-word ("contacts from HubSpot").
 */
function sideOf(
  words: readonly string[],
  mention: Mention<KnownSystem>,
  all: readonly Mention<KnownSystem>[],
): IntentSide {
  const names = new Map<string, string>();
  for (const entity of mention.value.entities)
    for (const name of entity.names) names.set(nameKey(name), entity.name);
  const next = all.find((other) => other.start >= mention.end)?.start ?? words.length;
  const behind = findMentions(words.slice(mention.end, next), names)[0];
  if (behind !== undefined) return { system: mention.value.system, entity: behind.value };
  const previous = all.filter((other) => other.end <= mention.start).at(-1)?.end ?? 0;
  const before =
    roleOf(words, mention) === 'from'
      ? findMentions(words.slice(previous, mention.start), names).at(-1)
      : undefined;
  return { system: mention.value.system, entity: before?.value ?? null };
}
