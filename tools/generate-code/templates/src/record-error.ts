import type { ZodType, z } from 'zod';

/** One record that cannot be carried over. It goes to the dead letters; the run goes on. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  /** Where in the record: `addresses.0.city`; '' for the record as a whole. */
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.path = path;
  }
}

/** Checks a record against its schema. Throws a `RecordError` that names the first wrong field. */
export function check<Schema extends ZodType>(schema: Schema, record: unknown): z.output<Schema> {
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new RecordError(first?.path.join('.') ?? '', first?.message ?? 'is not valid', {
    cause: parsed.error,
  });
}
