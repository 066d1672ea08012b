import { nearest } from '../../tools/core/index.ts';
import type { KnownSystem } from './known-system.ts';
import { nameKey } from './words.ts';

/** A stretch of words that names something: `start` inclusive, `end` exclusive. */
export interface Mention<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
  /** The word as written, when it was read as a misspelling. */
  readonly readAs: string | null;
}

/** Longest name first, left to right, no overlap. `names` maps a name key to its value. */
export function findMentions<T>(words: readonly string[], names: ReadonlyMap<string, T>): Mention<T>[] {
  const mentions: Mention<T>[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let length = Math.min(4, words.length - start); length > 0; length--) {
      const value = names.get(nameKey(words.slice(start, start + length).join(' ')));
      if (value === undefined) continue;
      mentions.push({ start, end: start + length, value, readAs: null });
      start += length - 1;
      break;
    }
  }
  return mentions;
}

/** System names and aliases by name key. */
export function systemNames(systems: readonly KnownSystem[]): Map<string, KnownSystem> {
  const names = new Map<string, KnownSystem>();
  for (const system of systems) {
    for (const name of [system.system, system.title, ...system.aliases]) names.set(nameKey(name), system);
  }
  return names;
}

/** A word of at least five letters that is nearly a system's name: `hubspott`, `netsiute`. */
export function misspeltSystem(
  word: string,
  names: ReadonlyMap<string, KnownSystem>,
): KnownSystem | undefined {
  if (word.length < 5) return undefined;
  const guess = nearest(
    nameKey(word),
    [...names.keys()].filter((name) => name.length >= 5),
  );
  return guess === undefined ? undefined : names.get(guess);
}
