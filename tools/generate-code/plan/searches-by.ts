import type { Operation } from '../../model/index.ts';
import { words } from '../names/words.ts';

/** Parameters that search in everything. */
const general = new Set(['q', 'query', 'search', 'term', 'text', 'keyword', 'keywords']);

/** Whether a search can be asked for the value of a field: it takes the field's name, has it, or searches in all. */
export function searchesBy({ query, body }: Operation, field: string): boolean {
  const template = JSON.stringify([query, body]);
  if (!template.includes('{value}')) return false;
  if (template.includes('{field}')) return true;
  const named = Object.entries(query).flatMap(([name, value]) => (value.includes('{value}') ? [name] : []));
  if (named.some((name) => general.has(name.toLowerCase()))) return true;
  const said = new Set(
    words(named.length > 0 ? named.join(' ') : template).map((word) => word.toLowerCase()),
  );
  return words(field).some((word) => said.has(word.toLowerCase()));
}
