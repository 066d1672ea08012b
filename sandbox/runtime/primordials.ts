/**
 * The few built-ins on which a verdict depends, taken before any untrusted code runs, so that a suite which
 * replaces `JSON.stringify` or `Array.prototype.push` still cannot write its own report.
 */
export const stringify: (value: string | number | boolean | null) => string = JSON.stringify;
export const jsonOf: (value: unknown) => string | undefined = JSON.stringify;
export const NativeDate = Date;
export const toText = String;
export const defineProperty = Object.defineProperty;
export const freeze = Object.freeze;
const { apply } = Reflect;
const { slice } = String.prototype;

/** `text`, cut to `limit` characters with a mark where it was cut. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${apply(slice, text, [0, limit])} … (cut)`;
}

/** A JSON list written entry by entry: plain string concatenation meets no patched prototype. */
export class JsonList {
  #text = '';

  add(json: string): void {
    this.#text += this.#text === '' ? json : `,${json}`;
  }

  get length(): number {
    return this.#text.length;
  }

  toString(): string {
    return `[${this.#text}]`;
  }
}

/** Puts a value on the global object the way the platform does: replaceable, not enumerable. */
export function defineGlobal(name: string, value: unknown): void {
  defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
