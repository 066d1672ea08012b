import { isObject, type Json } from '../core/json/json.ts';

/** Most characters of one text, and of one page as JSON. */
export const textLimit = 4_000;
const pageLimit = 24_000;

export interface Page {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  readonly value: Json;
  readonly total: number;
  readonly next: number | null;
}

/**
 * One page of a value: at most `limit` entries of an object or array from `offset`, or 4,000 characters of a text. What
 * is inside the entries is shortened until the page is small enough for a model.
 */
export function pageOf(value: Json, offset: number, limit: number): Page {
  if (typeof value === 'string')
    return slice('string', value.length, offset, textLimit, (a, b) => value.slice(a, b));
  if (Array.isArray(value)) {
    return slice('array', value.length, offset, limit, (a, b) => fitting(value.slice(a, b)));
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    return slice('object', entries.length, offset, limit, (a, b) =>
      fitting(Object.fromEntries(entries.slice(a, b))),
    );
  }
  const type = value === null ? 'null' : (typeof value as 'number' | 'boolean');
  return { type, value, total: 1, next: null };
}

function slice(
  type: Page['type'],
  total: number,
  offset: number,
  length: number,
  cut: (from: number, to: number) => Json,
): Page {
  const end = Math.min(offset + length, total);
  return { type, value: cut(offset, end), total, next: end < total ? end : null };
}

/** Shortens nested values level by level; what was left out says its size, to be read by its own path. */
function fitting(value: Json): Json {
  for (const depth of [6, 4, 3, 2]) {
    const shown = shorten(value, depth);
    if (JSON.stringify(shown).length <= pageLimit) return shown;
  }
  return shorten(value, 1);
}

function shorten(value: Json, depth: number): Json {
  if (typeof value === 'string') {
    const limit = depth > 1 ? 1_000 : 100;
    return value.length > limit ? `${value.slice(0, limit)}… (${value.length} characters)` : value;
  }
  if (Array.isArray(value)) {
    return depth === 0 ? `[${value.length} elements]` : value.map((inner) => shorten(inner, depth - 1));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return depth === 0
    ? `{${entries.length} entries}`
    : Object.fromEntries(entries.map(([name, inner]) => [name, shorten(inner, depth - 1)]));
}
