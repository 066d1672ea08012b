/** An id as the API writes references: `{ id }`. */
export function toReference(value: unknown): { id: string } | null | undefined {
  return value === null || value === undefined ? value : { id: String(value) };
}
