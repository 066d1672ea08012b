import { singular } from '../../../../core/text/singular.ts';
import { words } from '../../../naming/words.ts';

const before = new Set([
  'all',
  'list',
  'get',
  'fetch',
  'find',
  'many',
  'query',
  'search',
  'read',
  'paginated',
]);
const after = new Set(['list', 'connection', 'collection', 'all', 'search', 'paginated', 'page']);

/** One record's name in lower-case words: `ProductVariants` → `product variant`. */
export function nounOf(parts: readonly string[]): string {
  return parts.map((word, index) => (index === parts.length - 1 ? singular(word) : word)).join(' ');
}

/** How well the name of a field fits a type: 3 for the name itself, 2.5 with `all` or `get`, 2 with `By…`, 0 for none. */
export function nameScore(field: string, type: string): number {
  const noun = nounOf(words(type));
  const parts = words(field);
  if (nounOf(parts) === noun) return 3;
  let start = 0;
  let end = parts.length;
  while (start < end - 1 && before.has(parts[start] ?? '')) start += 1;
  while (end > start + 1 && after.has(parts[end - 1] ?? '')) end -= 1;
  if (nounOf(parts.slice(start, end)) === noun) return 2.5;
  const by = parts.indexOf('by');
  if (by > start && nounOf(parts.slice(start, by)) === noun) return 2;
  return 0;
}
