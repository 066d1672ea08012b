import { enumKey } from './enum-key.ts';

/** Words that different systems use for the same value of a list, a group a line. Words may be in several groups. */
const groups = `
active, enabled, on, live, in use, current, activated, valid, onboarded, hired, employed
inactive, disabled, off, deactivated, not active, suspended, dormant, paused
open, opened, new, in progress, ongoing, unresolved
closed, resolved, done, completed, complete, finished, solved, fulfilled
pending, waiting, queued, on hold, awaiting, scheduled, not started, todo, to do, backlog
in progress, working, started, processing, running, in process, doing, work in progress
cancelled, canceled, void, voided, revoked, aborted, cancelled by customer
failed, failure, error, errored, declined, rejected, unsuccessful
success, succeeded, successful, ok, completed, sent, delivered
draft, unpublished, preliminary, unsubmitted
published, public, live, released
archived, retired, obsolete
deleted, removed, trashed, purged
won, closed won, success
lost, closed lost
paid, settled, cleared
unpaid, outstanding, due, not paid, open
overdue, past due, late
refunded, reimbursed, returned
shipped, dispatched, in transit, sent
delivered, received, arrived
terminated, dismissed, left, former, ended, separated, inactive
on leave, leave, leave of absence, absent, furloughed
full time, fulltime, ft, f, regular full time, permanent, salaried
part time, parttime, pt, p, regular part time, part time twenty plus hours, part time under twenty hours
contractor, contract, freelance, freelancer, independent contractor, consultant, external
intern, internship, trainee, apprentice, working student
temporary, temp, seasonal, fixed term, casual
subscribed, opted in, opt in, granted, consented
unsubscribed, opted out, opt out, do not contact, unsubscribe, cleaned, withdrawn
true, yes, y, t, 1, on
false, no, n, f, 0, off
male, m, man
female, f, woman
non binary, nonbinary, x, diverse, other
unknown, unspecified, not specified, undisclosed, not given, prefer not to say, u
single, unmarried, never married
married, m
divorced, d
widowed, w
high, important, major
highest, urgent, critical, blocker
low, minor
lowest, trivial
medium, normal, moderate, standard, default
other, miscellaneous, misc, others
mobile, cell, cellular, cell phone, mobile phone
work, business, office, company, job, work hq
home, personal, private, residential
billing, bill to, invoice, invoicing
shipping, ship to, delivery
mailing, postal
primary, main, default
person, individual, people, b2c, natural person
company, organization, organisation, business, corporation, b2b, legal entity
customer, client, buyer
vendor, supplier
credit, cr
debit, dr
percent, percentage
fixed, flat, fixed amount, amount
monthly, month, every month
yearly, year, annual, annually, every year
weekly, week
daily, day
quarterly, quarter
inbound, incoming, received
outbound, outgoing, sent
private, personal, restricted, internal
team, shared, public, everyone
taxable, taxed, none
tax exempt, exempt, exempted, not taxable, nontaxable
`;

const groupsByWord = new Map<string, Set<number>>();
groups
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const word of line.split(',').map((one) => enumKey(one))) {
      groupsByWord.set(word, (groupsByWord.get(word) ?? new Set()).add(group));
    }
  });

/** Whether two values (as `enumKey` writes them) are words for the same. */
export function areSynonyms(a: string, b: string): boolean {
  const others = groupsByWord.get(b);
  return a === b || [...(groupsByWord.get(a) ?? [])].some((group) => others?.has(group) === true);
}
