import type { Field } from '../../field.ts';
import { lastName } from '../../path.ts';
import { enumKey } from '../enum-key.ts';

/** A yes-or-no about a record, and the same said the other way round. */
const opposites: readonly (readonly [yes: string, no: string])[] = [
  [
    'active, current, activated',
    'inactive, deactivated, suspended, terminated, archived, deleted, disabled, retired',
  ],
  ['enabled', 'disabled, paused, draft, archived, off'],
  ['taxable', 'tax exempt, exempt, non taxable, nontaxable'],
  [
    'subscribed, opt in, opted in, allow email, marketing opt in, receives email, accepts marketing',
    'unsubscribed, opt out, opted out, email opt out, opted out of email, do not email, donotemail, do not contact',
  ],
  ['published, public, visible, listed', 'unpublished, private, hidden, draft, unlisted'],
  ['open', 'closed'],
  ['verified, confirmed', 'unverified, unconfirmed'],
  ['paid', 'unpaid'],
  ['allowed, permitted', 'blocked, forbidden, banned'],
  ['read', 'unread'],
  ['internal', 'external'],
  ['company, organization, organisation, business', 'person, individual'],
];

/** What a flag is about: the words of its name without `is`, `has`, `flag`. */
export function flagWords(field: Pick<Field, 'path'>): string {
  return enumKey(lastName(field.path))
    .replace(/^is(?=[a-z]{5})/, '')
    .split(' ')
    .filter(
      (word) =>
        !['is', 'has', 'was', 'flag', 'ind', 'indicator', 'state', 'at', 'time', 'date'].includes(word),
    )
    .join(' ');
}

/** Whether one flag says the opposite of the other: `archived` and `isActive`. */
export function areOpposite(a: string, b: string): boolean {
  return opposites.some(([yes, no]) => (says(yes, a) && says(no, b)) || (says(no, a) && says(yes, b)));
}

/** Words for the opposite of what a flag says. */
export function oppositesOf(flag: string): string[] {
  return opposites.flatMap(([yes, no]) =>
    says(yes, flag) ? no.split(', ') : says(no, flag) ? yes.split(', ') : [],
  );
}

function says(words: string, flag: string): boolean {
  return words.split(', ').includes(flag);
}
