/** A JSON object. */
export type JsonObject = { [key: string]: Json };
/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** Is it a JSON object: not null, not an array? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property of what may be an object; undefined otherwise. Never reads the prototype. */
export function property(value: unknown, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The value as an object, or an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value as an array, or an empty one. */
export function arrayOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is a non-empty string, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A value as a word: '' for what is none. Never throws, where `String({ toString: 0 })` would. */
export function wordOf(value: unknown): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
