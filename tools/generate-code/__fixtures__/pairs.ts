import type { PlanInput } from '../plan/make-plan.ts';
import { catalogEntity } from './catalog-entity.ts';
import { type HandRow, handMapping } from './hand-mapping.ts';

interface Pair {
  readonly source: string;
  readonly target: string;
  readonly rows: readonly HandRow[];
  readonly matchKey: readonly [source: string, target: string];
}

/** Four connections that between them use every kind of paging, authorization and writing of the catalog. */
const pairs = {
  'hubspot-contact-to-netsuite-contact': {
    source: 'hubspot#contact',
    target: 'netsuite#contact',
    rows: [
      ['externalId', 'id'],
      ['firstName', 'properties.firstname'],
      ['lastName', 'properties.lastname'],
      ['email', 'properties.email'],
      ['phone', 'properties.phone'],
      ['isInactive', 'archived', { kind: 'identity' }],
      ['comments', ['properties.jobtitle', 'properties.company'], { kind: 'concat', separator: ' at ' }],
    ],
    matchKey: ['properties.email', 'email'],
  },
  'shopify-customer-to-salesforce-contact': {
    source: 'shopify#customer',
    target: 'salesforce#contact',
    rows: [
      ['LastName', 'last_name'],
      ['FirstName', 'first_name'],
      ['Email', 'email'],
      ['Phone', 'phone'],
      ['MailingCity', 'default_address.city'],
      ['OtherCity', 'addresses[].city', { kind: 'aggregate', op: 'first' }],
    ],
    matchKey: ['email', 'Email'],
  },
  'stripe-customer-to-hubspot-contact': {
    source: 'stripe#customer',
    target: 'hubspot#contact',
    rows: [
      ['properties.email', 'email'],
      ['properties.firstname', 'name', { kind: 'split', separator: ' ', index: 0 }],
      ['properties.lastname', 'name', { kind: 'split', separator: ' ', index: 1, rest: true }],
      ['properties.city', 'address.city'],
    ],
    matchKey: ['email', 'properties.email'],
  },
  'zendesk-user-to-stripe-customer': {
    source: 'zendesk#user',
    target: 'stripe#customer',
    rows: [
      ['name', 'name'],
      ['email', 'email'],
      ['phone', 'phone'],
      ['address.country', [], { kind: 'constant', value: 'GB' }],
    ],
    matchKey: ['email', 'email'],
  },
} as const satisfies Record<string, Pair>;

export type PairName = keyof typeof pairs;
export const pairNames = Object.keys(pairs) as PairName[];

/** What the generator is given for one of them. */
export async function pairInput(name: PairName): Promise<PlanInput> {
  const { source, target, rows, matchKey } = pairs[name];
  return handMapping(await catalogEntity(source), await catalogEntity(target), rows, [
    { source: matchKey[0], target: matchKey[1], confidence: 0.9 },
  ]);
}
