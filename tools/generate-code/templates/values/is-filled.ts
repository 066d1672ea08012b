/** Whether a value is there: neither absent nor null nor the empty text. */
export function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
