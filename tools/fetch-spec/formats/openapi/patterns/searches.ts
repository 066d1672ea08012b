import type { HttpCall } from '../http-call.ts';
import { nameWords } from './name-words.ts';
import type { Survey } from './survey.ts';

const verb = /^(?:search|searches|query|queries|filter|find|retrieve|lookup)$/;

/** A POST that reads: a search whose body says what is looked for. */
export function isSearch(call: HttpCall): boolean {
  if (call.method !== 'POST') return false;
  const step = call.path.split('/').findLast((each) => each !== '' && !/^\{[^}]*\}$/.test(each)) ?? '';
  const all = nameWords(step.replace(/\{[^}]*\}/g, ''));
  return verb.test(all[0] ?? '') || verb.test(all.at(-1) ?? '') || (all.length === 1 && all[0] === 'list');
}

/** A search that is no record type's way of making records (`/sobjects/SavedSearch`). */
export function isPureSearch({ entities }: Survey, call: HttpCall): boolean {
  return (
    isSearch(call) &&
    !entities.some(({ operations: { create, upsert, update } }) =>
      [create, upsert, update].some((operation) => operation?.at === call.at),
    )
  );
}
