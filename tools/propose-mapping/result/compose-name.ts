import type { FieldProfile } from '../profile/field-profile.ts';
import type { Candidate, Ranking } from '../score/rank.ts';
import type { Proposal } from './compose.ts';
import { sameSubject, sameUse } from './same-subject.ts';

/** A full name made of its parts, or a first or last name taken out of a full one; null when not the case. */
export function composeName({ target, candidates }: Ranking): Proposal | null {
  const wanted = namePart(target);
  if (wanted === 'full name') return joinName(target, candidates, 0.85);
  if (wanted === 'name') return recordName(target, candidates);
  if (wanted !== 'given name' && wanted !== 'family name') return null;
  const own = candidates.some(({ source }) => namePart(source) === wanted && sameContext(source, target));
  const whole = candidates.find(({ source }) => isWholeName(source, target));
  if (whole === undefined || own) return null;
  const first = wanted === 'given name';
  return {
    sources: [whole.source],
    confidence: 0.72,
    transform: {
      kind: 'split',
      separator: ' ',
      index: first ? 0 : -1,
      rest: false,
      part: first ? 'given-name' : 'family-name',
    },
    evidence: [
      { signal: 'concept', says: `the ${wanted} is part of the full name`, for: true },
      {
        signal: 'structure',
        says: 'the last word with its particles is taken for the family name: some names are split wrongly',
        for: false,
      },
    ],
  };
}

/** The full name of the same person: `supervisorName`, or `supervisor` as text, for `manager.firstName`. */
function isWholeName(source: FieldProfile, target: FieldProfile): boolean {
  if (source.repeated || !sameUse(source, target)) return false;
  if (namePart(source) === 'full name' && sameContext(source, target)) return true;
  const { head, rest, context } = source.meaning;
  const named = head?.name === 'name' && context.size === 1 && sameContext(source, target);
  const role = head !== null && context.size === 0 && target.meaning.context.size === 1;
  const means = named || (role && target.meaning.context.has(head.name));
  return means && rest.length === 0 && source.kind === 'text' && source.form !== 'id';
}

function sameContext(source: FieldProfile, target: FieldProfile): boolean {
  const own = source.meaning.context;
  const other = target.meaning.context;
  return own.size === other.size && [...own].every((name) => other.has(name));
}

/** The name of a record for a source that is a person, and has no other name: its first and last name. */
function recordName(target: FieldProfile, candidates: readonly Candidate[]): Proposal | null {
  const named = candidates.some(({ source: { meaning } }) =>
    ['name', 'title', 'organisation'].includes(meaning.head?.name ?? ''),
  );
  return target.depth > 1 || named ? null : joinName(target, candidates, 0.7);
}

function joinName(
  target: FieldProfile,
  candidates: readonly Candidate[],
  confidence: number,
): Proposal | null {
  const find = (part: string) =>
    candidates.find(({ source }) => namePart(source) === part && sameSubject(source, target))?.source;
  const given = find('given name');
  const family = find('family name');
  if (find('full name') !== undefined || given === undefined || family === undefined) return null;
  // What a name is shown as is short.
  const middle = target.nameWords.includes('display') ? undefined : find('middle name');
  return {
    sources: middle === undefined ? [given, family] : [given, middle, family],
    confidence,
    transform: { kind: 'concat', separator: ' ' },
    evidence: [
      {
        signal: 'concept',
        says: `the full name is made of first${middle === undefined ? '' : ', middle'} and last name`,
        for: true,
      },
    ],
  };
}

function namePart({ meaning, otherHeads, kind }: FieldProfile): string | null {
  if (kind !== 'text' && kind !== 'any') return null;
  if (meaning.rest.length > 0) return null;
  const head = meaning.head;
  if (head !== null && !head.generic) return head.name;
  if (otherHeads.has('full name')) return 'full name';
  return head?.name === 'name' && meaning.context.size === 0 && meaning.qualifiers.length === 0
    ? 'name'
    : null;
}
