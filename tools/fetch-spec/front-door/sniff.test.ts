import { expect, test } from 'vitest';
import { sniff } from './sniff.ts';

test.each([
  ['---\ntitle: Lamps\n---\n# Lamps\n\nText.', 'markdown'],
  ['# Lantern API\n\nResponse:\n\n```json\n{}\n```\n', 'markdown'],
  ['Lantern\n=======\n\nText.', 'markdown'],
  ['# our spec\nname:\n  - a\n', 'yaml'],
  ['---\nopenapi: 3.0.0\n', 'yaml'],
])('%j is %s', (text, syntax) => {
  expect(sniff(text)).toBe(syntax);
});
