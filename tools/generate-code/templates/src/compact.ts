/** Leaves out undefined, and groups and list elements that hold nothing else. */
export function compact<T extends object>(record: T): T {
  return (squeeze(record) ?? {}) as T;
}

function squeeze(value: unknown): unknown {
  if (Array.isArray(value)) {
    const elements = value.map(squeeze).filter((element) => element !== undefined);
    return elements.length === 0 && value.length > 0 ? undefined : elements;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, squeeze(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return entries.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(entries);
}
