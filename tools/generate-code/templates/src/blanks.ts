/** Fields of a record with their paths: `email`, `address.city`. A list is one field. */
function* fieldsOf(value: unknown, prefix = ''): Generator<[path: string, value: unknown]> {
  for (const [name, inner] of Object.entries(value ?? {})) {
    if (inner === undefined) continue;
    const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    if (isGroup) yield* fieldsOf(inner, `${prefix}${name}.`);
    else yield [`${prefix}${name}`, inner];
  }
}

/** The fields that hold a value of ours once this record is written, `before` being those that did until now. */
export function filledFields(record: unknown, before: readonly string[]): string[] {
  const fields = [...fieldsOf(record)];
  // What the record says nothing about stays in the target as it was written.
  const kept = before.filter((path) => !fields.some(([field]) => isWithin(path, field)));
  const filled = fields.filter(([, value]) => strip(value, '', []) !== undefined).map(([path]) => path);
  return [...kept, ...filled];
}

/**
 * The record without its blanks: null, an empty list, a list element of nothing else. A blank clears the field, so it
 * is sent only where one of our own values stands (`filled`): never over what somebody else entered in the target.
 */
export function withoutBlanks<T>(record: T, filled: readonly string[]): T {
  return (strip(record, '', filled) ?? {}) as T;
}

function strip(value: unknown, path: string, filled: readonly string[]): unknown {
  const clears = path !== '' && filled.some((field) => isWithin(field, path));
  if (value === null) return clears ? null : undefined;
  if (Array.isArray(value)) {
    const elements = value
      .map((element) => strip(element, '', []))
      .filter((element) => element !== undefined);
    return elements.length === 0 && !clears ? undefined : elements;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, strip(inner, path === '' ? name : `${path}.${name}`, filled)] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(entries);
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`);
}
