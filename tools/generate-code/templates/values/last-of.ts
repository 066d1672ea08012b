import { elements } from './elements.ts';

/** The last element of a list. */
export function lastOf(value: unknown): unknown {
  return value === null || value === undefined ? value : elements(value).at(-1);
}
