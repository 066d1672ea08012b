import type { FieldProfile } from '../profile/field-profile.ts';

/** How much each word tells, from how few fields of both records carry it: 1 for a word of one field. */
export class Rarity {
  readonly #weights = new Map<string, number>();

  constructor(profiles: readonly FieldProfile[]) {
    const counts = new Map<string, number>();
    for (const { proseWords } of profiles) {
      for (const word of proseWords) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const scale = Math.log(1 + profiles.length);
    for (const [word, count] of counts) {
      this.#weights.set(word, Math.max(0.05, Math.log(1 + profiles.length / count) / scale));
    }
  }

  of(word: string): number {
    return this.#weights.get(word) ?? 1;
  }
}
