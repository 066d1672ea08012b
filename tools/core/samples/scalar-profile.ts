import { textFormats } from './text-formats.ts';

/** Most different values that are told apart at one place. */
const maxDistinct = 60;
/** After so many texts a format that rarely fits is no longer tried. */
const trial = 500;
/** Share of the texts that must be in a format: one in fifty may be a slip. */
export const enough = 0.98;

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
  integersOnly = true;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  /** How many texts were in each format, in the order of `textFormats`. */
  readonly fits: number[] = textFormats.map(() => 0);
  #tried = textFormats.map((_, index) => index);

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
    this.integersOnly &&= Number.isInteger(value);
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  #text(value: string): void {
    this.strings += 1;
    this.maxLength = Math.max(this.maxLength, value.length);
    if (value.trim() === '') {
      this.empty += 1;
      return;
    }
    // No format is longer than an URL.
    if (value.length <= 2_000) {
      for (const index of this.#tried) {
        if (textFormats[index]?.matches(value) === true) this.fits[index] = (this.fits[index] ?? 0) + 1;
      }
    }
    if (this.texts === trial) {
      this.#tried = this.#tried.filter((index) => (this.fits[index] ?? 0) >= trial * 0.9);
    }
  }
}
