import type { FieldProfile } from '../profile/field-profile.ts';
import { type Candidate, groupOf, type Ranking } from '../score/rank.ts';
import type { Proposal } from './compose.ts';
import { sameUse } from './same-subject.ts';

/**
 * A street that the source keeps in two fields: house number and street, or two lines for a target that has only one.
 * Null when not the case.
 */
export function composeStreet(
  { target, candidates }: Ranking,
  targets: readonly FieldProfile[],
): Proposal | null {
  if (target.meaning.head?.name !== 'street' || target.meaning.rest.length > 0 || !isText(target))
    return null;
  const [best] = candidates;
  if (best === undefined || target.meaning.ordinal === 2) return null;
  return withHouseNumber(candidates) ?? withSecondLine(target, best, candidates, targets);
}

function withHouseNumber(candidates: readonly Candidate[]): Proposal | null {
  const number = candidates.slice(0, 5).find(({ source }) => isHouseNumber(source) && isText(source));
  if (number === undefined) return null;
  const beside = candidates
    .map(({ source }) => source)
    .filter((source) => groupOf(source) === groupOf(number.source) && isText(source));
  // Beside a number, only the bare name of the street lacks it: a "street" is the whole line.
  const street = beside.find(({ field }) => /(?:route|street_?name)$/i.test(field.path));
  if (beside.some((source) => source !== street && isWholeStreet(source))) return null;
  return street === undefined
    ? null
    : {
        sources: [number.source, street],
        confidence: 0.78,
        transform: { kind: 'concat', separator: ' ' },
        evidence: [{ signal: 'concept', says: 'house number and street make the address line', for: true }],
      };
}

function withSecondLine(
  target: FieldProfile,
  best: Candidate,
  candidates: readonly Candidate[],
  targets: readonly FieldProfile[],
): Proposal | null {
  const first = best.source;
  if (first.meaning.head?.name !== 'street' || first.repeated !== target.repeated) return null;
  // A numbered line takes its line and no other; below even odds nothing is built on the first line.
  if (target.nameWords.some((word) => /^(?:1|one|line)$/.test(word)) || best.confidence < 0.5) return null;
  // The target has a place for the second line.
  const ownLine = targets.some(
    (other) => other.meaning.head?.name === 'street extra' && groupOf(other) === groupOf(target),
  );
  if (ownLine) return null;
  const second = candidates.find(
    ({ source }) =>
      source.meaning.head?.name === 'street extra' &&
      groupOf(source) === groupOf(first) &&
      isSecondLine(source) &&
      sameUse(source, first),
  );
  if (second === undefined) return null;
  return {
    sources: [first, second.source],
    // As likely as the first line, and a little more: with it nothing is lost.
    confidence: Math.min(0.95, Math.round((best.confidence + 0.001) * 1000) / 1000),
    transform: { kind: 'concat', separator: ', ' },
    evidence: [
      {
        signal: 'concept',
        says: 'two address lines make the street, the target has one field for it',
        for: true,
      },
    ],
  };
}

function isWholeStreet(source: FieldProfile): boolean {
  return source.meaning.head?.name === 'street' && !isHouseNumber(source);
}

/** `house_number`; the number of a street. */
function isHouseNumber({ meaning: { head }, nameWords }: FieldProfile): boolean {
  return head?.name === 'house number' || (head?.name === 'street' && nameWords.includes('number'));
}

function isSecondLine({ field, nameWords }: FieldProfile): boolean {
  return /(?:2|two|second)$/i.test(field.path) || nameWords.some((word) => word === '2' || word === 'two');
}

function isText({ kind }: FieldProfile): boolean {
  return kind === 'text' || kind === 'any';
}
