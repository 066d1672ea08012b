import { RequestError } from '../../tools/core/index.ts';
import { type Dataset, loadDatasets } from './load-datasets.ts';
import type { MappingCase } from './mapping-case.ts';

/**
 * Reads several folders. Datasets of the same name are one; datasets are in order of name and cases in order of id, so
 * that the order of the folders changes nothing. Throws `same_case_twice`, `no_cases`, `bad_case`.
 */
export async function loadAll(folders: readonly string[]): Promise<Dataset[]> {
  const merged = new Map<string, Map<string, MappingCase>>();
  for (const { name, cases } of (await Promise.all(folders.map(loadDatasets))).flat()) {
    const known = merged.get(name) ?? new Map<string, MappingCase>();
    for (const one of cases) {
      if (known.has(one.id)) {
        throw new RequestError(
          'same_case_twice',
          `The case ${one.id} is in the dataset ${name} twice`,
          'Name each folder once, and give each case an id of its own',
        );
      }
      known.set(one.id, one);
    }
    merged.set(name, known);
  }
  return [...merged].sort(byKey).map(([name, cases]) => ({
    name,
    cases: [...cases].sort(byKey).map(([, one]) => one),
  }));
}

/** Datasets without the cases that have more than so many pairs of a source and a target field; none is left empty. */
export function smallCases(datasets: readonly Dataset[], maxPairs: number): Dataset[] {
  return datasets.flatMap(({ name, cases }) => {
    const small = cases.filter(
      ({ source, target }) => source.fields.length * target.fields.length <= maxPairs,
    );
    return small.length === 0 ? [] : [{ name, cases: small }];
  });
}

/** By code unit: the same on every machine, whatever its language. */
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
