import { maxDepth } from './make-safe.ts';

/** Where a value stands in the bytes of a JSON text; objects near the top know where their members are. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly members: readonly Member[] | undefined;
}

export interface Member {
  readonly key: string;
  readonly value: Span;
}

const quote = 0x22;
const backslash = 0x5c;
const [openBrace, closeBrace, openBracket, closeBracket, comma, colon] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a];

/**
 * Finds the members of the objects in the outermost `levels` of a JSON text in one pass over its UTF-8 bytes, without
 * parsing what is inside them. Undefined when the text is no JSON object, is cut off, or is nested too deeply: then an
 * ordinary parser says what is wrong.
 */
export function indexJson(bytes: Uint8Array, levels: number): Span | undefined {
  try {
    const scanner = new Scanner(bytes);
    scanner.blank();
    if (bytes[scanner.at] !== openBrace) return undefined;
    const span = scanner.object(levels);
    scanner.blank();
    return scanner.at === bytes.length ? span : undefined;
  } catch (thrown) {
    if (thrown instanceof NoJson) return undefined;
    throw thrown;
  }
}

class NoJson extends Error {}

class Scanner {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  blank(): void {
    while (this.at < this.#bytes.length && (this.#bytes[this.at] ?? 0) <= 0x20) this.at += 1;
  }

  object(levels: number): Span {
    const start = this.at;
    const members = new Map<string, Member>();
    this.at += 1;
    this.blank();
    if (this.#bytes[this.at] === closeBrace) this.at += 1;
    else {
      for (;;) {
        this.blank();
        const key = this.#key();
        this.blank();
        this.#expect(colon);
        this.blank();
        // A key written twice: the last one counts, as everywhere.
        members.set(key, { key, value: this.#value(levels - 1) });
        this.blank();
        if (this.#bytes[this.at] === comma) this.at += 1;
        else break;
      }
      this.#expect(closeBrace);
    }
    return { start, end: this.at, members: [...members.values()] };
  }

  #value(levels: number): Span {
    const first = this.#bytes[this.at];
    if (first === openBrace && levels > 0) return this.object(levels);
    const start = this.at;
    if (first === openBrace || first === openBracket) this.#skipNested();
    else if (first === quote) this.#skipText();
    else this.#skipWord();
    return { start, end: this.at, members: undefined };
  }

  #key(): string {
    const start = this.at;
    if (this.#bytes[start] !== quote) throw new NoJson();
    this.#skipText();
    try {
      return JSON.parse(decode(this.#bytes, start, this.at)) as string;
    } catch {
      throw new NoJson();
    }
  }

  #skipText(): void {
    const bytes = this.#bytes;
    let at = this.at + 1;
    for (;;) {
      const byte = bytes[at];
      if (byte === quote) break;
      if (byte === undefined) throw new NoJson();
      at += byte === backslash ? 2 : 1;
    }
    this.at = at + 1;
  }

  /** Over an object or a list, however deep. */
  #skipNested(): void {
    const bytes = this.#bytes;
    const { length } = bytes;
    let depth = 0;
    let at = this.at;
    while (at < length) {
      const byte = bytes[at];
      if (byte === quote) {
        at += 1;
        for (;;) {
          const inner = bytes[at];
          if (inner === quote) break;
          if (inner === undefined) throw new NoJson();
          at += inner === backslash ? 2 : 1;
        }
      } else if (byte === openBrace || byte === openBracket) {
        depth += 1;
        if (depth > maxDepth - 4) throw new NoJson();
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (depth === 0) {
          this.at = at + 1;
          return;
        }
      }
      at += 1;
    }
    throw new NoJson();
  }

  #skipWord(): void {
    const start = this.at;
    while (/[\w.+-]/.test(String.fromCharCode(this.#bytes[this.at] ?? 0))) this.at += 1;
    if (this.at === start) throw new NoJson();
  }

  #expect(byte: number): void {
    if (this.#bytes[this.at] !== byte) throw new NoJson();
    this.at += 1;
  }
}

/** The text between two places of a UTF-8 buffer. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}
