import { expect, test } from 'vitest';
import { parseSentence } from './parse-sentence.ts';

const entity = (name: string, ...names: string[]) => ({ name, names: [name, ...names] });
const systems = [
  {
    system: 'hubspot',
    title: 'HubSpot',
    aliases: ['hub spot'],
    entities: [entity('contact', 'person', 'people'), entity('company'), entity('deal')],
  },
  {
    system: 'netsuite',
    title: 'NetSuite',
    aliases: ['oracle netsuite'],
    entities: [entity('contact'), entity('customer'), entity('salesOrder', 'sales order')],
  },
  { system: 'shopify', title: 'Shopify', aliases: [], entities: [entity('order'), entity('customer')] },
];
const side = (system: string, name: string | null = null) => ({ system, entity: name });

test.each([
  ['connect HubSpot contacts to NetSuite', side('hubspot', 'contact'), side('netsuite')],
  [
    'please sync hub spot people with Oracle NetSuite customers, thanks',
    side('hubspot', 'contact'),
    side('netsuite', 'customer'),
  ],
  ['Shopify orders -> NetSuite salesOrders', side('shopify', 'order'), side('netsuite', 'salesOrder')],
  [
    'push shopify orders into netsuite as sales orders',
    side('shopify', 'order'),
    side('netsuite', 'salesOrder'),
  ],
  [
    'bring customers from Shopify into HubSpot contacts',
    side('shopify', 'customer'),
    side('hubspot', 'contact'),
  ],
  ['into NetSuite from HubSpot companies', side('hubspot', 'company'), side('netsuite')],
  ['HUBSPOT to netsuite', side('hubspot'), side('netsuite')],
  ['connect hubspot contacts to hubspot', side('hubspot', 'contact'), side('hubspot')],
])('%s', (sentence, source, target) => {
  expect(parseSentence(sentence, systems)).toStrictEqual({ source, target, notes: [] });
});

test('a misspelt system is read and said', () => {
  expect(parseSentence('connect Hubspott contacts to Netsiute', systems)).toStrictEqual({
    source: side('hubspot', 'contact'),
    target: side('netsuite'),
    notes: ['"hubspott" was read as HubSpot.', '"netsiute" was read as NetSuite.'],
  });
});

test('a side that is not named is null; three systems are refused', () => {
  expect(parseSentence('connect Acme orders to NetSuite', systems)).toMatchObject({
    source: null,
    target: side('netsuite'),
  });
  expect(parseSentence('connect HubSpot to the moon', systems)).toMatchObject({
    source: side('hubspot'),
    target: null,
  });
  expect(parseSentence('hello there', systems)).toMatchObject({ source: null, target: null });
  expect(() => parseSentence('HubSpot to Shopify to NetSuite', systems)).toThrow(
    /names 3 systems: HubSpot, Shopify, NetSuite/,
  );
});
