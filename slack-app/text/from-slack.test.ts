import { expect, it } from 'vitest';
import { fromSlack } from './from-slack.ts';

it.each([
  ['<@UBOT1> connect HubSpot contacts to NetSuite', 'connect HubSpot contacts to NetSuite'],
  ['<@UBOT1|causeway>   connect a &amp; b', 'connect a & b'],
  [
    'connect <http://shop.example|shop.example> to <https://x.example/a>',
    'connect shop.example to https://x.example/a',
  ],
  ['<!channel> tell <!subteam^S1|@team> in <#C1|general>', 'tell in general'],
  ['1 &lt; 2 &amp;lt; 3', '1 < 2 &lt; 3'],
  ['', ''],
])('%j', (given, typed) => {
  expect(fromSlack(given)).toBe(typed);
});
