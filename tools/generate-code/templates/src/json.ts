/** Walks into parsed JSON. A missing step gives undefined; only own properties count. */
export function readPath(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[step];
  }
  return current;
}

/** The list at a path; an absent list is an empty one. */
export function listAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const found = readPath(value, path);
  return Array.isArray(found) ? found : [];
}

/** The text or number at a path as text; undefined when there is none. */
export function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = readPath(value, path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The moment at a path: ISO text, or a number of units of `unitMs` since 1970. Undefined when there is none. */
export function dateAt(value: unknown, path: readonly string[], unitMs = 1): Date | undefined {
  const found = readPath(value, path);
  if (typeof found !== 'string' && typeof found !== 'number') return undefined;
  const date = new Date(typeof found === 'number' ? found * unitMs : found);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
