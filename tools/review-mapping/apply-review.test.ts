import { expect, test } from 'vitest';
import { entity } from '../model/__fixtures__/entity.ts';
import type { Mapping, MappingRow } from '../model/index.ts';
import { applyReview } from './apply-review.ts';

const source = entity('crm', 'contact', [
  { path: 'mail', type: 'string', examples: ['ada@example.com'] },
  { path: 'first', type: 'string', examples: ['Ada'] },
  { path: 'last', type: 'string', examples: ['King'] },
]);
const target = entity('erp', 'contact', [
  { path: 'id', type: 'string', readOnly: true },
  { path: 'name', type: 'string', required: true },
  { path: 'email', type: 'string' },
  { path: 'note', type: 'string' },
]);
const row = (path: string, from: string, confidence: number): MappingRow => ({
  target: path,
  sources: [from],
  transform: { kind: 'rename' },
  confidence,
  evidence: [{ signal: 'name', says: 'the names are alike', for: true }],
  alternatives: [],
  status: 'proposed',
  sample: null,
});
const mapping: Mapping = {
  source: { system: 'crm', entity: 'contact', schema: 'schema_s' },
  target: { system: 'erp', entity: 'contact', schema: 'schema_t' },
  rows: [row('name', 'first', 0.6), row('email', 'mail', 0.95)],
  matchKeys: [{ source: 'mail', target: 'email', confidence: 0.95 }],
  unmappedRequired: [],
  unmappedTargets: ['note'],
  unusedSources: ['last'],
  incompatibilities: [{ target: 'name', source: 'first', kind: 'length', message: 'm', lossy: true }],
};
const review = (decisions: Parameters<typeof applyReview>[3]['decisions'], threshold: number | null = null) =>
  applyReview(mapping, source, target, { decisions, threshold, matchKeys: null });

test('nothing decided: nothing changes', () => {
  expect(review([])).toStrictEqual(mapping);
});

test('a threshold approves proposed rows at or above it, decisions win', () => {
  const statuses = (of: Mapping) => of.rows.map(({ status }) => status);
  expect(statuses(review([], 0.95))).toStrictEqual(['proposed', 'approved']);
  expect(statuses(review([{ target: 'email', status: 'rejected' }], 0.5))).toStrictEqual([
    'approved',
    'rejected',
  ]);
  expect(statuses(review([{ target: 'name', status: 'approved' }]))).toStrictEqual(['approved', 'proposed']);
});

test('an edited row has a new preview, is a person’s word, and remembers what it was', () => {
  const reviewed = review([{ target: 'name', status: 'edited', sources: ['first', 'last'] }]);
  expect(reviewed).toStrictEqual({
    ...mapping,
    rows: [
      {
        target: 'name',
        sources: ['first', 'last'],
        transform: { kind: 'concat', separator: ' ' },
        confidence: 1,
        evidence: [{ signal: 'person', says: 'decided by a person', for: true }],
        alternatives: [{ sources: ['first'], transform: { kind: 'rename' }, confidence: 0.6 }],
        status: 'edited',
        sample: { before: ['Ada', 'King'], after: 'Ada King' },
      },
      mapping.rows[1],
    ],
    unusedSources: [],
    // What was said of the old row no longer holds; what the new sources may lack is said.
    incompatibilities: ['first', 'last'].map((path) => ({
      target: 'name',
      source: path,
      kind: 'optional-to-required',
      message: `${path} may be empty, name must not be: such records are refused`,
      lossy: false,
    })),
  });
});

test('a decision for a target without a row adds one, in the target’s order', () => {
  const reviewed = review([
    { target: 'note', status: 'edited', transform: { kind: 'constant', value: 'imported' } },
  ]);
  expect(reviewed.rows.map(({ target: path, sources, status }) => [path, sources, status])).toStrictEqual([
    ['name', ['first'], 'proposed'],
    ['email', ['mail'], 'proposed'],
    ['note', [], 'edited'],
  ]);
  expect(reviewed.unmappedTargets).toStrictEqual([]);
});

test('rejecting the row of a required field lists the field again, with what was turned down', () => {
  const reviewed = review([{ target: 'name', status: 'rejected' }]);
  expect([reviewed.unmappedRequired, reviewed.unmappedTargets, reviewed.unusedSources]).toStrictEqual([
    [
      {
        target: 'name',
        why: 'Required when a record is created; its row was rejected',
        candidates: ['first'],
      },
    ],
    ['name', 'note'],
    ['first', 'last'],
  ]);
  expect(reviewed.incompatibilities).toStrictEqual([]);
});

test('a match key goes with its row', () => {
  expect(review([{ target: 'email', status: 'rejected' }]).matchKeys).toStrictEqual([]);
});

test.each<[Parameters<typeof review>[0], object]>([
  [
    [{ target: 'emai', status: 'approved' }],
    {
      code: 'unknown_target',
      message: 'emai is not a writable field of erp contact',
      hint: 'Did you mean email? Legal, nearest first: email, name, note',
    },
  ],
  [[{ target: 'id', status: 'edited', sources: ['mail'] }], { code: 'unknown_target' }],
  [
    [{ target: 'email', status: 'edited', sources: ['mial'] }],
    {
      code: 'unknown_source',
      message: 'mial is not a readable field of crm contact',
      hint: expect.stringContaining('Legal, nearest first: mail, '),
    },
  ],
  [[{ target: 'email', status: 'edited' }], { code: 'bad_decision' }],
  [
    [{ target: 'email', status: 'edited', when: { source: 'lst', is: 'filled' } }],
    { code: 'unknown_source' },
  ],
  [[{ target: 'email', status: 'approved', conflict: 'ask' }], { code: 'bad_decision' }],
  [[{ target: 'email', status: 'edited', sources: [] }], { code: 'bad_decision' }],
  [[{ target: 'email', status: 'approved', sources: ['first'] }], { code: 'bad_decision' }],
  [[{ target: 'note', status: 'approved' }], { code: 'bad_decision' }],
  [
    [{ target: 'name', status: 'edited', sources: ['first', 'last'], transform: { kind: 'rename' } }],
    { code: 'bad_decision' },
  ],
  [
    [
      { target: 'name', status: 'approved' },
      { target: 'name', status: 'rejected' },
    ],
    { code: 'bad_decision' },
  ],
])('%j is refused', (decisions, error) => {
  expect(() => review(decisions)).toThrow(expect.objectContaining(error));
});
test('when a row applies and whose value stands can be said alone; what is not said stays', () => {
  const conditional = review([
    {
      target: 'email',
      status: 'edited',
      when: { source: 'last', is: 'filled' },
      conflict: 'target',
    },
  ]);
  const emailOf = ({ rows }: Mapping) => rows.find((one) => one.target === 'email');
  expect(emailOf(conditional)).toStrictEqual({
    ...row('email', 'mail', 1),
    evidence: [{ signal: 'person', says: 'decided by a person', for: true }],
    status: 'edited',
    sample: { before: 'ada@example.com', after: 'ada@example.com' },
    when: { source: 'last', is: 'filled' },
    conflict: 'target',
  });
  // A source that only decides is used too.
  expect(conditional.unusedSources).toStrictEqual([]);
  const again = applyReview(conditional, source, target, {
    decisions: [{ target: 'email', status: 'edited', sources: ['first'], conflict: null }],
    threshold: null,
    matchKeys: null,
  });
  expect(emailOf(again)).toMatchObject({ sources: ['first'], when: { source: 'last', is: 'filled' } });
  expect(emailOf(again)).not.toHaveProperty('conflict');
});

test('a person chooses by which fields the same record is found, or that there is none', () => {
  const choose = (matchKeys: { source: string; target: string }[]) =>
    applyReview(
      { ...mapping, matchKeys: [], matchKeyQuestion: { why: 'w', candidates: [] } },
      source,
      target,
      { decisions: [], threshold: null, matchKeys },
    );
  expect(choose([{ source: 'first', target: 'name' }])).toMatchObject({
    matchKeys: [{ source: 'first', target: 'name', confidence: 1 }],
    matchKeyQuestion: null,
  });
  expect(choose([])).toMatchObject({ matchKeys: [], matchKeyQuestion: null });
  expect(() => choose([{ source: 'last', target: 'name' }])).toThrow(
    expect.objectContaining({
      code: 'bad_match_key',
      message: 'last = name cannot be a match key: no row fills name from last alone',
      hint: 'Rows that come near: first = name; or add the row by a decision with status edited',
    }),
  );
});
