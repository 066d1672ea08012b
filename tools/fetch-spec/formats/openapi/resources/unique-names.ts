import { camelCase, entityName, words } from './words.ts';

/**
 * One name per resource: the singular of its last step (`/customers` → `customer`); where two resources would have the
 * same, the deeper one, or the one of less weight, is told apart by the steps before it (`customerAddress`).
 */
export function uniqueNames(resources: readonly (readonly string[])[], weights: readonly number[]): string[] {
  const taken = new Set<string>();
  const result = new Array<string>(resources.length).fill('');
  // Shorter paths are the more natural owners of a short name.
  const order = resources
    .map((_, index) => index)
    .sort(
      (a, b) => depth(resources, a) - depth(resources, b) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b,
    );
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

function depth(resources: readonly (readonly string[])[], index: number): number {
  return resources[index]?.length ?? 0;
}
