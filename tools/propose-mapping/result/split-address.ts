import type { TextPart, Transform } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Ranking } from '../score/rank.ts';
import type { Proposal } from './compose.ts';
import { sameSubject } from './same-subject.ts';

const parts: Readonly<Record<string, TextPart>> = {
  city: 'city',
  state: 'state',
  'postal code': 'postal-code',
};

/**
 * A part of an address that the source writes in one text: a line of a street with several, city, state or postal code of
 * `Springfield, IL 62704`. Only where the source shows that it is written so.
 */
export function splitAddress({ target, candidates }: Ranking): Proposal | null {
  const head = target.meaning.head?.name ?? '';
  const own = candidates.some(({ source }) => source.meaning.head?.name === head && !source.repeated);
  if (own || target.meaning.rest.length > 0) return null;
  const found = candidates.find(({ source }) => isWhole(source, head) && sameSubject(source, target));
  if (found === undefined) return null;
  return {
    sources: [found.source],
    confidence: 0.7,
    transform: transformFor(head),
    evidence: [
      {
        signal: 'examples',
        says: `${found.source.field.path} holds the ${head} with other parts`,
        for: true,
      },
      {
        signal: 'structure',
        says: 'an address that is written in another way is refused or cut',
        for: false,
      },
    ],
  };
}

function transformFor(head: string): Transform {
  const part = parts[head];
  return part === undefined
    ? { kind: 'split', separator: '\n', index: 1, rest: true }
    : { kind: 'split', separator: ', ', index: 0, rest: false, part };
}

function isWhole({ field, meaning, kind, repeated }: FieldProfile, head: string): boolean {
  if (kind !== 'text' || repeated) return false;
  if (head === 'street extra') {
    const several = /line ?breaks?|multi-?line|newline/i.test(field.description ?? '');
    return meaning.head?.name === 'street' && (several || shows(field.examples, /\n/));
  }
  return Object.hasOwn(parts, head) && shows(field.examples, /^.+,\s*[A-Z]{2}\s+[A-Z\d][A-Z\d -]{2,9}$/);
}

function shows(examples: readonly string[], form: RegExp): boolean {
  return examples.length > 0 && examples.every((example) => form.test(example));
}
