import { elements } from './elements.ts';

/** How many elements a list has. */
export function countOf(value: unknown): number | null | undefined {
  return value === null || value === undefined ? value : elements(value).length;
}
