import type { PathSegment } from '../../model/index.ts';

/** A record with a value at a path; through `[]` into the first element of the list. */
export function setAt(
  record: Readonly<Record<string, unknown>>,
  [head, ...rest]: readonly PathSegment[],
  value: unknown,
): Record<string, unknown> {
  if (head === undefined) return { ...record };
  const known = Object.hasOwn(record, head.name) ? record[head.name] : undefined;
  const inner = head.repeated ? (Array.isArray(known) ? known[0] : undefined) : known;
  const next = rest.length === 0 ? value : setAt(isRecord(inner) ? inner : {}, rest, value);
  return { ...record, [head.name]: head.repeated ? [next] : next };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
