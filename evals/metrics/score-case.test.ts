import { expect, test } from 'vitest';
import { MappingCase } from '../dataset/mapping-case.ts';
import type { Prediction } from '../matchers/matcher.ts';
import { scoreCase } from './score-case.ts';

const paths = (...names: string[]) => names.map((path) => ({ path, type: 'string' }));

const mappingCase = MappingCase.parse({
  id: 'c',
  source: { system: 's', entity: 'e', fields: paths('mail', 'first', 'last', 'phone', 'x1', 'x2', 'x3') },
  target: {
    system: 't',
    entity: 'e',
    fields: paths('Phone', 'email', 'full', 'kind', 'skip', 'free', 'tel'),
  },
  gold: [
    { source: ['phone'], target: 'Phone', transform: 'identity' },
    { source: ['mail'], target: 'email', transform: 'rename' },
    { source: ['first', 'last'], target: 'full', transform: 'concat', mode: 'all' },
    { source: ['x1', 'phone'], target: 'tel', transform: 'lookup/enum', mode: 'any' },
    { source: [], target: 'kind', transform: 'constant', value: 'x' },
    { source: ['x2'], target: 'skip', transform: 'rename' },
  ],
  ignore_targets: ['skip'],
});

const ranked = (...sources: string[]) =>
  sources.map((source, at) => ({ sources: [source], confidence: 0.9 - at / 10 }));
const predictions: Prediction[] = [
  {
    target: 'Phone',
    ranked: ranked('phone', 'mail'),
    proposed: { sources: ['phone'], transform: { kind: 'rename' }, confidence: 0.9 },
  },
  {
    target: 'email',
    ranked: ranked('x1', 'mail'),
    proposed: { sources: ['x1'], transform: { kind: 'rename' }, confidence: 0.8 },
  },
  // One of two needed sources: right for ranking, wrong as a proposal.
  {
    target: 'full',
    ranked: ranked('last', 'first'),
    proposed: { sources: ['last'], transform: { kind: 'rename' }, confidence: 0.7 },
  },
  {
    target: 'tel',
    ranked: ranked('x1', 'x2', 'x3', 'mail', 'first', 'phone').slice(1),
    proposed: { sources: ['phone'], transform: { kind: 'cast', to: 'string' }, confidence: 0.6 },
  },
  { target: 'kind', ranked: [], proposed: { sources: ['x1'], transform: null, confidence: 0.9 } },
  { target: 'skip', ranked: [], proposed: { sources: ['x1'], transform: null, confidence: 0.9 } },
  { target: 'free', ranked: ranked('x3'), proposed: { sources: ['x3'], transform: null, confidence: 0.5 } },
];

const said = (targets: Prediction[]) => ({ targets, matchKeys: null });

test('scores by hand', () => {
  // Ranks 1, 2, 1, 5. Right proposals 2 (Phone, tel) of 5 judged (these four and "free"), of 4 scored targets.
  // Top 6 pairs by confidence, ties in order: Phone-phone .9, email-x1 .9, full-last .9, free-x3 .9, then .8:
  // Phone-mail, email-mail → right are phone, last, mail.
  expect(scoreCase(mappingCase, said(predictions))).toStrictEqual({
    pairs: 6,
    acc1: 2 / 4,
    acc5: 1,
    mrr: (1 + 1 / 2 + 1 + 1 / 5) / 4,
    recallAtGt: 3 / 6,
    precision: 2 / 5,
    recall: 2 / 4,
    f1: (2 * 0.4 * 0.5) / 0.9,
    // "Phone" and "phone" are the same name; the others, and "tel", are not.
    hardAcc1: 1 / 3,
    easyAcc1: 1,
    // Phone: rename for identity counts as the same; tel: a cast is no lookup.
    transformAccuracy: 1 / 2,
    matchKeyAccuracy: null,
    transforms: {
      rename: { targets: 2, mapped: 1, right: 1 },
      concat: { targets: 1, mapped: 0, right: 0 },
      lookup: { targets: 1, mapped: 1, right: 0 },
    },
    // "kind" is a constant and "skip" is ignored: only "free" should stay empty.
    abstention: { empty: 1, leftEmpty: 0, answered: 4, wronglyEmpty: 0 },
    rows: [
      { confidence: 0.9, right: true },
      { confidence: 0.8, right: false },
      { confidence: 0.7, right: false },
      { confidence: 0.6, right: true },
      { confidence: 0.5, right: false },
    ],
  });
});

test('where a side is incomplete, extra proposals are not judged', () => {
  const score = scoreCase({ ...mappingCase, source_fields_complete: false }, said(predictions));
  expect([score?.precision, score?.abstention.empty]).toStrictEqual([2 / 4, 0]);
});

test('alternatives are equally right', () => {
  const [phone] = mappingCase.gold;
  if (phone === undefined) throw new Error('no gold');
  const gold = [{ ...phone, source: ['x3'], alternatives: ['phone', ['first', 'last']] }];
  const score = scoreCase({ ...mappingCase, gold }, said(predictions.slice(0, 1)));
  expect([score?.acc1, score?.recall, score?.hardAcc1]).toStrictEqual([1, 1, null]);
});

test('nothing predicted scores zero, nothing to score is null', () => {
  expect(scoreCase(mappingCase, said([]))).toMatchObject({
    acc1: 0,
    mrr: 0,
    precision: 0,
    f1: 0,
    transformAccuracy: null,
    abstention: { empty: 1, leftEmpty: 1, answered: 4, wronglyEmpty: 4 },
  });
  expect(scoreCase({ ...mappingCase, gold: [] }, said(predictions))).toBeNull();
});

const email = { source: 'mail', target: 'email' };
const phone = { source: 'phone', target: 'Phone' };
test.each([
  ['the first proposed key is right', [email], [email, phone], 1],
  ['any of the right keys will do', [email, phone], [phone], 1],
  ['only the second is', [email], [phone, email], 0],
  ['none is proposed', [email], [], 0],
  ['the case names none', [], [email], null],
  ['the matcher proposes none by nature', [email], null, null],
])('match keys: %s', (_, match_keys, matchKeys, accuracy) => {
  const score = scoreCase({ ...mappingCase, match_keys }, { targets: predictions, matchKeys });
  expect(score?.matchKeyAccuracy).toBe(accuracy);
});
