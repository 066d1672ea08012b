import { type MappingRow, type Operation, parsePath } from '../../model/index.ts';

/** Whether a call adds the lines of a list to those that are there, unless a `replace` parameter names the list. */
export function addsToLists({ parameters }: Operation): boolean {
  return parameters.some(
    ({ name, in: place, description }) =>
      name === 'replace' && place === 'query' && /sublist/i.test(description ?? ''),
  );
}

/** Names of the lists that rows write: `addressBook` for `addressBook.items[].city`. */
export function writtenLists(rows: readonly MappingRow[]): string[] {
  const names = rows
    .map((row) => parsePath(row.target))
    .filter((segments) => segments.some(({ repeated }) => repeated))
    .flatMap(([first]) => (first === undefined ? [] : [first.name]));
  return [...new Set(names)];
}
