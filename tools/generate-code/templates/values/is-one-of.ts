/** Whether a value is one of these, its type included. */
export function isOneOf(value: unknown, values: readonly unknown[]): boolean {
  return values.some((one) => one === value);
}
