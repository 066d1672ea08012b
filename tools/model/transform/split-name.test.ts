import { expect, test } from 'vitest';
import { splitName } from './split-name.ts';

test.each([
  ['Ada', 'Ada', undefined],
  ['Ada King', 'Ada', 'King'],
  ['  Mary   Ann Smith ', 'Mary Ann', 'Smith'],
  ['Ada de Vries', 'Ada', 'de Vries'],
  ['Ludwig van der Rohe', 'Ludwig', 'van der Rohe'],
  ['de Vries, Ada', 'Ada', 'de Vries'],
  ['John Smith Jr.', 'John', 'Smith Jr.'],
  ['John Smith, Jr.', 'John', 'Smith, Jr.'],
  // A first name that is also a particle.
  ['Al Gore', 'Al', 'Gore'],
])('%j', (name, given, family) => {
  const { 'given-name': first, 'family-name': last } = splitName(name.trim());
  expect([first, last]).toStrictEqual([given, family]);
});
