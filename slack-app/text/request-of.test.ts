import { expect, it } from 'vitest';
import { requestOf } from './request-of.ts';

it.each([
  ['connect HubSpot contacts to NetSuite', 'connect HubSpot contacts to NetSuite', null],
  [
    'Connect HubSpot contacts to NetSuite in acme/crm-sync',
    'Connect HubSpot contacts to NetSuite',
    'acme/crm-sync',
  ],
  ['sync Shopify orders into NetSuite in acme/shop.js.', 'sync Shopify orders into NetSuite', 'acme/shop.js'],
  ['please connect a to b in ../../etc', 'please connect a to b in ../../etc', null],
  ['hey, can you connect a to b?', 'hey, can you connect a to b?', null],
  ['connect a to b in a/b/c', 'connect a to b in a/b/c', null],
])('%j asks to connect', (text, sentence, repo) => {
  expect(requestOf(text)).toEqual({ kind: 'connect', sentence, repo });
});

it.each(['', 'help', 'connect', 'thanks!', 'why did you connect those?'])('%j gets the usage', (text) => {
  expect(requestOf(text)).toEqual({ kind: 'usage' });
});
