import { expect, test } from 'vitest';
import { MappingCase } from '../dataset/mapping-case.ts';
import { assisted } from './assisted.ts';

test('it says why it did not run, and never pretends to', () => {
  const side = { system: 's', entity: 'e', fields: [] };
  expect(assisted.notRun?.({})).toBe('no ANTHROPIC_API_KEY');
  expect(assisted.notRun?.({ ANTHROPIC_API_KEY: '' })).toBe('no ANTHROPIC_API_KEY');
  expect(() =>
    assisted.predict(MappingCase.parse({ id: 'c', source: side, target: side, gold: [] })),
  ).toThrow('not built yet');
});
