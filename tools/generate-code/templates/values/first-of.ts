import { elements } from './elements.ts';

/** The first element of a list. */
export function firstOf(value: unknown): unknown {
  return value === null || value === undefined ? value : elements(value)[0];
}
