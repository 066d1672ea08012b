import { parsePath } from '../../model/index.ts';
import { areNear } from '../concepts/concept-table.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Candidate } from '../score/rank.ts';
import { signal } from '../score/signals.ts';
import { systemGivenLimit } from './system-given.ts';

/** What the two records as a whole say. */
export interface Records {
  /** The source tells dates from text, so that text is no date. */
  readonly typed: boolean;
  /** Both give their records ids and time stamps of their own. */
  readonly twoSystems: boolean;
}

/**
 * The confidence, held down where the shape of the data makes a pair doubtful however alike the names are: a date taken
 * out of free text, a name with two meanings, one value picked from a list of something else, what a system gives its own records.
 */
export function honestConfidence(
  { source, signals, confidence, recollection }: Candidate,
  target: FieldProfile,
  { typed, twoSystems }: Records,
): number {
  // What people decided about this very connection needs no second doubt.
  if (recollection?.layer === 'connection' && recollection.verdict === 'approved') return confidence;
  // One name with two known meanings: an account's state is no region.
  const homonym = signal(signals, 'conceptConflict') === 1 && signal(signals, 'sameName') === 1;
  if (homonym || picksFromStrangers(source, target)) return Math.min(0.4, confidence);
  const limit = twoSystems ? systemGivenLimit(source, target) : 1;
  if (limit < 1) return Math.min(limit, confidence);
  if (closedIntoOpen(source, target)) return Math.min(0.8, confidence);
  if (typed && target.kind === 'date' && source.kind === 'text') return Math.min(0.6, confidence);
  return confidence;
}

/** Words that every system fills with a list of its own: `role` is a permission here and an occupation there. */
const ownLists = new Set(['role', 'type', 'status', 'category', 'source', 'level']);

function closedIntoOpen(source: FieldProfile, target: FieldProfile): boolean {
  const head = target.meaning.head?.name ?? '';
  return source.enumKeys.size > 0 && target.enumKeys.size === 0 && ownLists.has(head);
}

/** `tax_ids[].type` says nothing about the type of the record; `addresses[].city` is a city of it. */
function picksFromStrangers(source: FieldProfile, target: FieldProfile): boolean {
  if (lists(source) <= lists(target)) return false;
  const { head, tail, context } = source.meaning;
  if (head === null || head.generic) return true;
  if (tail !== null && target.meaning.head !== head) return true;
  const own = (name: string) =>
    // The addresses of a record are about the record.
    name === 'address' ||
    head.wholes.has(name) ||
    target.meaning.context.has(name) ||
    [source.record, target.record].some((record) => record === name || areNear(record ?? '', name));
  return ![...context].every(own);
}

function lists({ field }: FieldProfile): number {
  return parsePath(field.path).filter(({ repeated }) => repeated).length;
}
