import type { Field } from '../../field.ts';

/** The fields around a pair: some conversions need a neighbour, such as an amount its currency. */
export interface Siblings {
  readonly source: readonly Field[];
  readonly target: readonly Field[];
}

/** Fields in the same place as `field`, itself left out. */
export function besides(field: Field, all: readonly Field[]): Field[] {
  const place = placeOf(field.path);
  return all.filter((other) => other.path !== field.path && placeOf(other.path) === place);
}

function placeOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}
