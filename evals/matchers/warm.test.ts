import { expect, test } from 'vitest';
import { MappingCase } from '../dataset/mapping-case.ts';
import { causeway } from './causeway.ts';
import type { CasePrediction } from './matcher.ts';
import { warmMatcher } from './warm.ts';

const fields = (...paths: string[]) => paths.map((path) => ({ path, type: 'string' }));
const lead = { system: 'crm', entity: 'lead', fields: fields('zq_4', 'zq_5', 'email') };
const person = { system: 'crm', entity: 'person', fields: fields('zq_4', 'zq_5', 'email') };
const contact = { system: 'erp', entity: 'contact', fields: fields('hobby', 'email') };
const row = { source: ['zq_5'], target: 'hobby', transform: 'rename' };
const asked = MappingCase.parse({ id: 'asked', source: lead, target: contact, gold: [row] });
const earlier = MappingCase.parse({ id: 'earlier', source: person, target: contact, gold: [row] });
const sameAgain = MappingCase.parse({ id: 'same', source: lead, target: contact, gold: [row] });
const elsewhere = MappingCase.parse({
  id: 'elsewhere',
  source: { ...person, system: 'hr' },
  target: { ...contact, system: 'payroll' },
  gold: [row],
});
const firstFor = ({ targets }: CasePrediction, path: string) =>
  targets.find(({ target }) => target === path)?.ranked[0]?.sources[0];

test('what people approved between other records of the two systems is taken up', async () => {
  const warm = await warmMatcher([asked, earlier]).predict(asked);
  expect(firstFor(await causeway.predict(asked), 'hobby')).toBe('zq_4');
  expect(firstFor(warm, 'hobby')).toBe('zq_5');
});

test('neither the case itself, nor another between the same records, nor other systems tell the answer', async () => {
  const warm = await warmMatcher([asked, sameAgain, elsewhere]).predict(asked);
  expect(warm).toStrictEqual(await causeway.predict(asked));
});
