import type { Where } from './transform.ts';

/** The elements of a list, lists inside it opened; a single value is a list of one. */
export function elementsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
}

/** Those elements whose neighbour is what `where` asks for. `neighbours`: one per element. */
export function pickElements(value: unknown, neighbours: unknown, where: Where | undefined): unknown[] {
  const elements = elementsOf(value);
  if (where === undefined) return elements;
  const marks = elementsOf(neighbours);
  const picked = elements.filter((_, at) => isAlike(marks[at], where.equals));
  return picked.length === 0 && where.orFirst === true ? elements.slice(0, 1) : picked;
}

function isAlike(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase());
}
