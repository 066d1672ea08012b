import { expect, test } from 'vitest';
import { shippedModel } from '../../tools/propose-mapping/index.ts';
import { inventedCases } from '../__fixtures__/invented-cases.ts';
import { MappingCase } from '../dataset/mapping-case.ts';
import { causewayWith } from '../matchers/index.ts';
import { heldOutMatcher } from './held-out.ts';

const cases = inventedCases.map((one) => MappingCase.parse(one));
const datasets = [
  { name: 'a', cases: cases.slice(0, 3) },
  { name: 'b', cases: cases.slice(3) },
];

/** The same cases with the gold of some turned around: right is wrong there. */
function spoilt(ids: readonly string[]) {
  return datasets.map(({ name, cases: all }) => ({
    name,
    cases: all.map((one) => {
      if (!ids.includes(one.id)) return one;
      const sources = one.gold.map(({ source }) => source);
      return { ...one, gold: one.gold.map((row, at) => ({ ...row, source: sources.at(at - 1) ?? [] })) };
    }),
  }));
}

async function predictions(sets: typeof datasets, split: 'lopo' | 'loso', id: string) {
  const one = sets.flatMap(({ cases: all }) => all).find((each) => each.id === id);
  if (one === undefined) throw new Error(id);
  return heldOutMatcher(sets, split).predict(one);
}

test.each(['lopo', 'loso'] as const)('%s: the answers of what is held out change nothing', async (split) => {
  // birch and birch-crm are one vendor, and both are in dataset a.
  const held =
    split === 'lopo' ? ['birch-person', 'birch-owner'] : ['arbor-person', 'birch-person', 'birch-owner'];
  const [honest, blind] = await Promise.all([
    predictions(datasets, split, 'birch-person'),
    predictions(spoilt(held), split, 'birch-person'),
  ]);
  expect(blind).toStrictEqual(honest);
});

test('the answers of others do', async () => {
  const honest = await predictions(datasets, 'lopo', 'birch-person');
  const other = await predictions(
    spoilt(['cedar-person', 'dogwood-person', 'arbor-person']),
    'lopo',
    'birch-person',
  );
  expect(other).not.toStrictEqual(honest);
});

test('it is not the shipped model, and a case it was not made for is a bug', async () => {
  const [first] = cases;
  if (first === undefined) throw new Error('no case');
  const matcher = heldOutMatcher(datasets, 'loso');
  expect(await matcher.predict(first)).not.toStrictEqual(
    await causewayWith(() => shippedModel).predict(first),
  );
  expect(() => matcher.predict({ ...first })).toThrow('No figures were fitted without');
});

test('one dataset alone cannot be left out', () => {
  const one = datasets.slice(0, 1);
  expect(() => heldOutMatcher(one, 'loso')).toThrow(expect.objectContaining({ code: 'one_dataset' }));
});
