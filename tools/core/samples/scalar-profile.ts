import { textFormats } from './text-formats.ts';

/** Most different values that are told apart at one place. */
const maxDistinct = 60;
/** After so many texts a format that rarely fits is no longer tried. */
const trial = 500;
/** Share of the texts that must be in a format: one in fifty may be a slip. */
export const enough = 0.98;

/** Up to this length each length of a text is counted apart, above in steps of `lengthStep`. */
const exactLengths = 320;
const lengthStep = 500;
const maxLengths = 600;

/** No id has more digits than this; what is larger is a quantity. */
const largest = 1e25;

/** How many values are not as they should be, of how many, with one of them. */
export interface Misfits {
  readonly count: number;
  readonly of: number;
  readonly example: string | null;
}

/** What is known of the texts, numbers and booleans seen at one place, in constant memory. */
export class ScalarProfile {
  strings = 0;
  numbers = 0;
  booleans = 0;
  empty = 0;
  /** How often each value was seen, until there are too many different ones. */
  readonly distinct = new Map<string | number | boolean, number>();
  many = false;
  maxLength = 0;
  /** Numbers that are no integers. */
  fractions = 0;
  /** Integers beyond 2^53: as numbers they lose digits. */
  unsafe = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  /** How many texts were in each format, in the order of `textFormats`. */
  readonly fits: number[] = textFormats.map(() => 0);
  /** A text that is not in the format, by format. */
  readonly #misfits = new Map<number, string>();
  readonly #lengths = new Map<number, number>();
  #tried = textFormats.map((_, index) => index);
  /** Those that are no longer tried, with the number of texts they were tried on. */
  readonly #dropped = new Map<number, number>();

  add(value: string | number | boolean): void {
    this.#count(value);
    if (typeof value === 'boolean') this.booleans += 1;
    else if (typeof value === 'number') this.#number(value);
    else this.#text(value);
  }

  get total(): number {
    return this.strings + this.numbers + this.booleans;
  }

  /** Texts that are not blank. */
  get texts(): number {
    return this.strings - this.empty;
  }

  get integersOnly(): boolean {
    return this.fractions === 0;
  }

  /** The texts that are not in a format of `textFormats`; undefined when there is no such format. */
  misfits(format: string): Misfits | undefined {
    const index = textFormats.findIndex(({ name }) => name === format);
    if (index < 0) return undefined;
    const of = this.#dropped.get(index) ?? this.texts;
    return { count: of - (this.fits[index] ?? 0), of, example: this.#misfits.get(index) ?? null };
  }

  /** Share of the texts that are in a format of `textFormats`. */
  shareOf(format: string): number {
    const seen = this.misfits(format);
    return seen === undefined || seen.of === 0 ? 0 : 1 - seen.count / seen.of;
  }

  /** How many texts are longer than that: at least so many, of very long ones. */
  longerThan(limit: number): number {
    let count = 0;
    for (const [length, times] of this.#lengths) if (length > limit) count += times;
    return this.maxLength > limit ? Math.max(1, count) : 0;
  }

  #count(value: string | number | boolean): void {
    // A long text is no value to choose from, and is not kept.
    const key = typeof value === 'string' && value.length > 100 ? value.slice(0, 100) : value;
    const known = this.distinct.get(key);
    if (known !== undefined) this.distinct.set(key, known + 1);
    else if (this.distinct.size < maxDistinct) this.distinct.set(key, 1);
    else this.many = true;
  }

  #number(value: number): void {
    this.numbers += 1;
    if (!Number.isInteger(value)) this.fractions += 1;
    else if (!Number.isSafeInteger(value) && Math.abs(value) < largest) this.unsafe += 1;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  #text(value: string): void {
    this.strings += 1;
    this.#length(characters(value));
    if (value.trim() === '') {
      this.empty += 1;
      return;
    }
    // No format is longer than an URL.
    if (value.length <= 2_000) {
      for (const index of this.#tried) {
        if (textFormats[index]?.matches(value) === true) this.fits[index] = (this.fits[index] ?? 0) + 1;
        else if (!this.#misfits.has(index)) this.#misfits.set(index, value.slice(0, 100));
      }
    }
    if (this.texts === trial) {
      this.#tried = this.#tried.filter((index) => (this.fits[index] ?? 0) >= trial * 0.9);
      for (const index of textFormats.keys()) {
        if (!this.#tried.includes(index)) this.#dropped.set(index, trial);
      }
    }
  }

  #length(length: number): void {
    this.maxLength = Math.max(this.maxLength, length);
    const key = length <= exactLengths ? length : length - (length % lengthStep);
    if (this.#lengths.has(key) || this.#lengths.size < maxLengths) {
      this.#lengths.set(key, (this.#lengths.get(key) ?? 0) + 1);
    }
  }
}

/** The length as a `maxLength` counts it: a character outside of the basic plane is one. */
function characters(text: string): number {
  return /[\uD800-\uDBFF]/.test(text) ? [...text].length : text.length;
}
