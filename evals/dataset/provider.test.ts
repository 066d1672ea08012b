import { expect, test } from 'vitest';
import { MappingCase } from './mapping-case.ts';
import { providerOf } from './provider.ts';

const between = (source: string, target: string) =>
  MappingCase.parse({
    id: 'c',
    source: { system: source, entity: 'e', fields: [] },
    target: { system: target, entity: 'e', fields: [] },
    gold: [],
  });

test.each([
  ['hubspot', 'salesforce', 'hubspot'],
  ['acme-unified', 'hubspot', 'hubspot'],
  ['unified-crm', 'hubspot', 'hubspot'],
  ['acme-quickbooks-model', 'quickbooks', 'quickbooks'],
  ['quickbooks', 'acme-quickbooks-model', 'quickbooks'],
  ['ukg-pro', 'acme-unified', 'ukg'],
  ['UKG Ready', 'acme-unified', 'ukg'],
])('%s → %s is held out as %s', (source, target, provider) => {
  expect(providerOf(between(source, target))).toBe(provider);
});
