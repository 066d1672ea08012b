import type { HttpCall } from '../http-call.ts';
import { nameWords } from './name-words.ts';
import type { Survey } from './survey.ts';

const verb = /^(?:search|searches|query|queries|filter|find|retrieve|lookup)$/;

/**
 * A POST that reads, its body saying what is looked for: one that was recognised as a list or a search of a record type,
 * or is named so and is no record type's way of making records (`/sobjects/SavedSearch`).
 */
export function isSearch({ reads, writes }: Survey, call: HttpCall): boolean {
  if (call.method !== 'POST' || writes.has(call.at)) return false;
  return reads.has(call.at) || isNamedSearch(call.path);
}

function isNamedSearch(path: string): boolean {
  const step = path.split('/').findLast((each) => each !== '' && !/^\{[^}]*\}$/.test(each)) ?? '';
  const all = nameWords(step.replace(/\{[^}]*\}/g, ''));
  return verb.test(all[0] ?? '') || verb.test(all.at(-1) ?? '') || (all.length === 1 && all[0] === 'list');
}
