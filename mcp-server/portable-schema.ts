/** Formats that JSON Schema knows and zod writes. Validators warn of any other, and each pattern is listed as such. */
const knownFormats = new Set([
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'uri',
  'uuid',
  'ipv4',
  'ipv6',
]);
/** Keywords that hold values, not schemas. */
const values = new Set(['const', 'default', 'enum', 'examples', 'required']);
/** Keywords that hold schemas by name: a field may be called `format`. */
const named = new Set(['properties', 'patternProperties', '$defs']);

/**
 * A JSON schema without what only zod means: its own string formats (`starts_with`), and the bounds of every safe
 * integer, which say nothing and cost each reader tokens.
 */
export function portableSchema(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(schema).filter(([key, value]) => !isNoise(key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, values.has(key) ? value : inner(key, value)]));
}

function inner(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => inner('', element));
  if (!isObject(value)) return value;
  if (!named.has(key)) return portableSchema(value);
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, inner('', schema)]));
}

function isNoise(key: string, value: unknown): boolean {
  if (key === 'format') return typeof value === 'string' && !knownFormats.has(value);
  return (
    (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) ||
    (key === 'minimum' && value === Number.MIN_SAFE_INTEGER)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
