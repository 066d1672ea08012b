/** A value as text; objects as JSON. Null and undefined stay what they are. */
export function toText(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
