import { camelCase, entityName, words } from '../../../naming/words.ts';

/** How much there is to do with the records of a resource. */
export interface Weight {
  /** Can one record be read or written, and not only be listed? */
  readonly single: boolean;
  readonly calls: number;
}

/**
 * One name per resource: the singular of its last step (`/customers` → `customer`); where two resources would have the
 * same, one whose records can only be listed, the deeper one, or the one of fewer calls, is told apart by the steps before
 * it (`customerAddress`).
 */
export function uniqueNames(resources: readonly (readonly string[])[], weights: readonly Weight[]): string[] {
  const taken = new Set<string>();
  const result = new Array<string>(resources.length).fill('');
  const rank = (index: number) => [
    weights[index]?.single === true ? 0 : 1,
    // Shorter paths are the more natural owners of a short name.
    resources[index]?.length ?? 0,
    -(weights[index]?.calls ?? 0),
    index,
  ];
  const order = resources.map((_, index) => index).sort((a, b) => compare(rank(a), rank(b)));
  for (const index of order) {
    const steps = resources[index] ?? [];
    let name = entityName(steps.at(-1) ?? '');
    for (let more = 2; taken.has(name) && more <= steps.length; more += 1) {
      const qualified = steps.slice(-more).map((step) => entityName(step));
      name = camelCase(qualified.flatMap(words));
    }
    const base = name;
    for (let count = 2; taken.has(name) && base !== ''; count += 1) name = `${base}${count}`;
    taken.add(name);
    result[index] = name;
  }
  return result;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const [difference = 0] = a.map((value, index) => value - (b[index] ?? 0)).filter((value) => value !== 0);
  return difference;
}
