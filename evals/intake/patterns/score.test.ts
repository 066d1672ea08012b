import { describe, expect, test } from 'vitest';
import { type Finding, findingKinds, Patterns, patternNames } from '../../../tools/model/index.ts';
import { Labelled } from './label.ts';
import { loadLabels } from './load-labels.ts';
import { measure } from './measure.ts';
import { scoreCell, scoreFile, share, tally, unlabelled } from './score.ts';

const finding = (kind: string, detail: Finding['detail'] = {}): Finding => ({
  kind,
  detail,
  evidence: 'x',
  confidence: 0.8,
});
const label = (kind: string, more: object = {}) => Labelled.parse({ kind, ...more });

test.each([
  [
    'the same kind and parameter',
    [label('page', { detail: { parameter: 'p' } })],
    [finding('page', { parameter: 'p' })],
    'right',
  ],
  [
    'another parameter',
    [label('page', { detail: { parameter: 'p' } })],
    [finding('page', { parameter: 'q' })],
    'wrong',
  ],
  ['another kind', [label('page')], [finding('cursor'), finding('page')], 'wrong'],
  ['any of several', [label('page'), label('cursor')], [finding('cursor')], 'right'],
  ['a rare one first', [label('page'), label('cursor', { rare: true })], [finding('cursor')], 'wrong'],
  ['nothing said', [label('page')], [], 'abstained'],
  ['nothing said of what is optional', [label('page', { optional: true })], [], 'right'],
  ['nothing there, nothing said', [], [], 'right'],
  ['nothing there, something said', [], [finding('page')], 'wrong'],
] as const)('%s', (_, labels, findings, verdict) => {
  expect(scoreCell(labels, findings)).toBe(verdict);
});

test('verdicts add up by pattern and as a whole, and findings beyond the label are listed', () => {
  const empty = Object.fromEntries(patternNames.map((name) => [name, []]));
  const file = { file: 'x', half: 'dev', patterns: { ...empty, auth: [label('basic')] } } as never;
  const patterns = Patterns.parse({
    auth: [finding('basic'), finding('bearer')],
    bulk: [finding('batch-calls')],
  });
  const cells = scoreFile(file, patterns);
  const tallies = tally([cells, cells]);
  expect(tallies.get('auth')).toStrictEqual({ right: 2, wrong: 0, abstained: 0 });
  expect(tallies.get('bulk')).toStrictEqual({ right: 0, wrong: 2, abstained: 0 });
  expect(tallies.get('all')).toStrictEqual({ right: 16, wrong: 2, abstained: 0 });
  expect(share({ right: 3, wrong: 1, abstained: 0 }, 'right')).toBe(0.75);
  expect(unlabelled(file, patterns)).toStrictEqual(['auth: bearer', 'bulk: batch-calls']);
});

test('every label is of a known kind, and both halves have files', async () => {
  const labels = await loadLabels();
  const unknown = [...labels].flatMap(([name, { patterns }]) =>
    patternNames.flatMap((pattern) =>
      (patterns[pattern] ?? [])
        .filter(({ kind }) => !(findingKinds[pattern] as readonly string[]).includes(kind))
        .map(({ kind }) => `${name} ${pattern} ${kind}`),
    ),
  );
  expect(unknown).toStrictEqual([]);
  const halves = [...labels.values()].map(({ half }) => half);
  expect([labels.size, halves.filter((half) => half === 'test').length]).toStrictEqual([47, 23]);
});

const corpus = process.env['CAUSEWAY_SPECS'];

describe.skipIf(!corpus)('real descriptions (skipped: no corpus)', () => {
  test('at least nine of ten verdicts are right and at most three of a hundred wrong, in both halves', async () => {
    const measured = await measure(await loadLabels(), corpus ?? '', ['dev', 'test']);
    for (const half of ['dev', 'test']) {
      const all = tally(measured.filter((file) => file.half === half).map(({ cells }) => cells)).get('all');
      const shares = all === undefined ? [0, 1] : [share(all, 'right'), share(all, 'wrong')];
      expect([half, (shares[0] ?? 0) >= 0.9, (shares[1] ?? 1) <= 0.03]).toStrictEqual([half, true, true]);
    }
  }, 120_000);
});
