import type { Evidence, Transform } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Candidate, Ranking } from '../score/rank.ts';

/** A proposal for one target: one source, or several that make the value together. */
export interface Proposal {
  readonly sources: readonly FieldProfile[];
  readonly confidence: number;
  /** Null: chosen by the fields' types. */
  readonly transform: Transform | null;
  readonly evidence: readonly Evidence[] | null;
}

const parts = ['given name', 'family name'] as const;

/** A full name made of first and last name, or a first or last name taken out of a full one; null when not the case. */
export function composeName({ target, candidates }: Ranking): Proposal | null {
  const wanted = namePart(target);
  if (wanted === 'full name') return joinName(target, candidates);
  if (wanted !== 'given name' && wanted !== 'family name') return null;
  const whole = candidates.find(({ source }) => namePart(source) === 'full name' && plain(source, target));
  if (whole === undefined || candidates.some(({ source }) => namePart(source) === wanted)) return null;
  const first = wanted === 'given name';
  return {
    sources: [whole.source],
    confidence: 0.72,
    transform: { kind: 'split', separator: ' ', index: first ? 0 : 1, rest: !first },
    evidence: [
      { signal: 'concept', says: `the ${wanted} is part of the full name`, for: true },
      { signal: 'structure', says: 'names of more or fewer than two words are split wrongly', for: false },
    ],
  };
}

function joinName(target: FieldProfile, candidates: readonly Candidate[]): Proposal | null {
  if (candidates.some(({ source }) => namePart(source) === 'full name' && plain(source, target))) return null;
  const found = parts.map((part) =>
    candidates.find(({ source }) => namePart(source) === part && plain(source, target)),
  );
  const sources = found.flatMap((candidate) => (candidate === undefined ? [] : [candidate.source]));
  if (sources.length !== parts.length) return null;
  return {
    sources,
    confidence: 0.85,
    transform: { kind: 'concat', separator: ' ' },
    evidence: [{ signal: 'concept', says: 'the full name is made of first and last name', for: true }],
  };
}

function namePart({ meaning, otherHeads, kind }: FieldProfile): string | null {
  if (kind !== 'text' && kind !== 'any') return null;
  if (meaning.rest.length > 0) return null;
  const head = meaning.head;
  if (head !== null && !head.generic) return head.name;
  return otherHeads.has('full name') ? 'full name' : null;
}

/** The same person: neither side speaks of an owner, a manager or an assistant that the other does not. */
function plain(source: FieldProfile, target: FieldProfile): boolean {
  const uses = ({ meaning }: FieldProfile) =>
    meaning.qualifiers
      .filter(({ group }) => group === 'use')
      .map(({ name }) => name)
      .join();
  const known = [...source.meaning.context].every((name) => target.meaning.context.has(name));
  return known && uses(source) === uses(target) && !source.repeated;
}
