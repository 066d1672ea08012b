import { expect, test } from 'vitest';
import { readWords } from './read-words.ts';

test.each([
  ['firstName', 'first name'],
  ['address1_line1', 'address 1 line 1'],
  ['numemployees', 'number employee'],
  ['stateorprovince', 'state province'],
  ['externalIDs', 'external id'],
  ['HTTPStatusCode', 'http status code'],
  ['cust_addr', 'customer address'],
  ['Companies', 'company'],
  ['isDeleted', 'deleted'],
  ['Région', 'région'],
  ['zzqxwv', 'zzqxwv'],
  ['', ''],
])('%s reads %s', (name, words) => {
  expect(readWords(name).join(' ')).toBe(words);
});

test('an absurdly long name is left in one piece', () => {
  const name = 'name'.repeat(1000);
  expect(readWords(name)).toStrictEqual([name]);
});
