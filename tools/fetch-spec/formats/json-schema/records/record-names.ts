import { entityName } from '../../../naming/words.ts';

/** Names for record types from what the document calls them: the last part of a dotted name while it is unique. */
export class RecordNames {
  readonly #taken = new Set<string>();

  /** A name nobody has yet, and the spellings by which it may be asked for as well. */
  take(...spellings: readonly string[]): { name: string; aliases: string[] } | undefined {
    const [own = ''] = spellings;
    const last = own.split(/[./#]/).findLast((part) => part !== '') ?? '';
    const candidates = [entityName(last), entityName(own), ...spellings.slice(1).map(entityName)].filter(
      isUsable,
    );
    const name = candidates.find((candidate) => !this.#taken.has(candidate)) ?? this.#numbered(candidates[0]);
    if (name === undefined) return undefined;
    this.#taken.add(name);
    const aliases = spellings
      .map((text) => text.slice(0, 200))
      .filter((text) => text !== '' && text !== name);
    return { name, aliases: [...new Set(aliases)] };
  }

  #numbered(base: string | undefined): string | undefined {
    if (base === undefined) return undefined;
    for (let count = 2; count < 1_000; count += 1) {
      if (!this.#taken.has(`${base}${count}`)) return `${base}${count}`;
    }
    return undefined;
  }
}

function isUsable(name: string): boolean {
  return name !== '' && name.length <= 120;
}
