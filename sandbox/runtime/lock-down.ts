import { defineProperty, freeze } from './primordials.ts';

/**
 * Freezes the built-ins through which the test runner itself works, last of all. A suite that replaces
 * `Promise.race` or `Array.prototype.push` would otherwise decide what is reported. `Math`, `JSON`, `Date` and
 * the web globals stay open: tests spy on them, and no verdict depends on them.
 */
export function lockDown(): void {
  const arrayIterator: unknown = Object.getPrototypeOf([][Symbol.iterator]());
  for (const value of [Promise, Promise.prototype, Array, Array.prototype, arrayIterator, Object, Reflect]) {
    freeze(value);
  }
  // Open for reading only: a setter on it would catch what is appended to a list.
  Object.preventExtensions(Object.prototype);
  for (const name of ['Promise', 'Array', 'Object', 'Reflect']) {
    // With its value: the global of node:vm, in the benchmark, would lose it.
    const { value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
    defineProperty(globalThis, name, { value, writable: false, configurable: false });
  }
}
