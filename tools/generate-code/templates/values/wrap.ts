/** A value inside an object of its own: `{ id: value }`. */
export function wrap(value: unknown, name: string): object | null | undefined {
  return value === null || value === undefined ? value : { [name]: value };
}
