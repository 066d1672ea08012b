import { distance } from 'fastest-levenshtein';
import { didYouMean, RequestError } from '../core/index.ts';

/** Throws `code` naming what is unknown and the legal candidates, nearest first. */
export function refuseUnknown(code: string, what: string, given: string, legal: readonly string[]): never {
  const wanted = given.toLowerCase();
  const sorted = legal
    .map((name) => ({ name, edits: distance(wanted, name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
  const more = sorted.length > 10 ? ` and ${sorted.length - 10} more` : '';
  throw new RequestError(
    code,
    `${given} is not a ${what}`,
    `${didYouMean(given, legal)}Legal, nearest first: ${sorted.slice(0, 10).join(', ')}${more}`,
  );
}
