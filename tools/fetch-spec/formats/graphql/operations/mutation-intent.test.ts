import { expect, test } from 'vitest';
import { type MutationIntent, mutationIntent } from './mutation-intent.ts';
import { nameScore } from './name-score.ts';

const one = (kind: MutationIntent['kind'], noun: string, more: Partial<MutationIntent> = {}) => ({
  kind,
  noun,
  doubtful: false,
  many: false,
  ...more,
});

test.each([
  ['customerCreate', one('create', 'customer')],
  ['createCustomer', one('create', 'customer')],
  ['locationAdd', one('create', 'location')],
  ['updateProjectV2', one('update', 'project v2')],
  ['customerSet', one('upsert', 'customer', { doubtful: true })],
  ['createOrUpdateContact', one('upsert', 'contact')],
  ['contactCreateOrUpdate', one('upsert', 'contact')],
  ['insert_users_one', one('create', 'user', { many: true })],
  ['delete_users_by_pk', one('delete', 'user', { many: true })],
  ['updateUserById', one('update', 'user')],
  ['createOneUser', one('create', 'user')],
  ['productVariantsBulkCreate', one('create', 'product variant', { many: true })],
  ['companyAssignCustomerAsContact', undefined],
  ['customerUpdateDefaultAddress', undefined],
  ['create', undefined],
  ['login', undefined],
])('%s', (name, intent) => {
  expect(mutationIntent(name)).toStrictEqual(intent);
});

test.each([
  ['customers', 'Customer', 3],
  ['allCustomers', 'Customer', 2.5],
  ['customersConnection', 'Customer', 2.5],
  ['customerByHandle', 'Customer', 2],
  ['users_by_pk', 'users', 2],
  ['viewer', 'User', 0],
])('%s fits %s by %d', (field, type, score) => {
  expect(nameScore(field, type)).toBe(score);
});
