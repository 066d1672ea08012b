/** One step of a field path. `repeated` is true for `addresses[]`. */
export interface PathSegment {
  readonly name: string;
  readonly repeated: boolean;
}

/**
 * Splits `addresses[].city` into its steps. A dot inside a name is written `\.`, so that any JSON key has a path.
 */
export function parsePath(path: string): PathSegment[] {
  return path.split(/(?<!\\)\./).map((raw) => {
    const repeated = raw.endsWith('[]');
    return { name: (repeated ? raw.slice(0, -2) : raw).replaceAll('\\.', '.'), repeated };
  });
}

/** The reverse of `parsePath`. */
export function formatPath(segments: readonly PathSegment[]): string {
  return segments.map((s) => s.name.replaceAll('.', '\\.') + (s.repeated ? '[]' : '')).join('.');
}

/** The field's own name: last step of its path, without `[]`. */
export function lastName(path: string): string {
  return parsePath(path).at(-1)?.name ?? path;
}

/**
 * Reads a path from a record. Through `[]` the answer is an array with one value per element; a missing step
 * gives undefined.
 */
export function readPath(record: unknown, path: string): unknown {
  return read(record, parsePath(path));
}

function read(value: unknown, segments: readonly PathSegment[]): unknown {
  const [head, ...rest] = segments;
  if (head === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, head.name)) return undefined;
  const next = (value as Record<string, unknown>)[head.name];
  if (!head.repeated) return read(next, rest);
  return Array.isArray(next) ? next.map((element) => read(element, rest)) : undefined;
}
