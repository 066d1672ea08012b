import { elements } from './elements.ts';

/**
 * The elements of a list whose neighbour is `equals`, letters' case aside; with `orFirst` the first where there is none.
 * `neighbours`: one per element.
 */
export function pickWhere(
  value: unknown,
  neighbours: unknown,
  equals: unknown,
  orFirst = false,
): readonly unknown[] | null | undefined {
  if (value === null || value === undefined) return value;
  const list = elements(value);
  const marks = elements(neighbours);
  const picked = list.filter((_, at) => isAlike(marks[at], equals));
  return picked.length === 0 && orFirst ? list.slice(0, 1) : picked;
}

function isAlike(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase());
}
