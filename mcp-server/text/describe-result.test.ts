import { expect, test } from 'vitest';
import type { ConnectResult } from '../../agent/index.ts';
import type { Mapping } from '../../tools/model/index.ts';
import { describeResult } from './describe-result.ts';

const mapping: Mapping = {
  source: { system: 'hubspot', entity: 'contact', schema: 'schema_1' },
  target: { system: 'netsuite', entity: 'customer', schema: 'schema_2' },
  rows: [
    {
      target: 'email',
      sources: ['properties.email'],
      transform: { kind: 'rename' },
      confidence: 0.97,
      evidence: [],
      alternatives: [],
      status: 'proposed',
      sample: null,
    },
  ],
  matchKeys: [],
  unmappedRequired: [],
  unmappedTargets: [],
  unusedSources: [],
  incompatibilities: [
    { target: 'email', source: 'properties.email', kind: 'length', message: 'cut at 254', lossy: true },
  ],
};

const waiting: ConnectResult = {
  run: 'run_1',
  status: 'waiting',
  source: { system: 'hubspot', entity: 'contact' },
  target: { system: 'netsuite', entity: 'customer' },
  steps: [],
  mapping: { id: 'mapping_1', rows: 1, approved: 0, open: 1 },
  questions: [
    { id: 'a', text: 'Which record\ntype?', options: ['customer', 'contact'], default: 'customer' },
    { id: 'b', text: 'subsidiary has no source: nothing fits', options: [], default: null },
  ],
  notes: ['Chosen: customer'],
  tests: { verdict: null, passed: 0, failed: 0, skipped: 0, mutationScore: null },
  pullRequest: null,
  cost: { modelTokens: 0, usd: 0 },
  ms: 1,
};

const table = [
  '| target | from | transform | confidence | status |',
  '|---|---|---|---|---|',
  '| email | properties.email | rename | 0.97 | proposed |',
  '',
  'Conversions to look at:',
  '- properties.email → email: cut at 254 (lossy)',
].join('\n');

test('a waiting run says how to approve before it shows anything long', () => {
  expect(describeResult(waiting, mapping, 0.9)).toBe(
    [
      'Run run_1 waits for an approval: hubspot contact → netsuite customer. Nothing has been pushed.',
      [
        'Show the mapping and the open questions to the person. After their yes, call approve:',
        '{"run":"run_1","mapping":"mapping_1"}',
        'It approves the rows of confidence 0.90 or more and leaves the others out of the code, as open questions in the pull request. "rows": [{ "target", "status": "approved" | "edited" | "rejected", "sources"?, "transform"? }] decides single rows. reject {"run":"run_1"} ends the run.',
      ].join('\n'),
      'Decided for you:\n- Chosen: customer',
      [
        'Open questions:',
        '- Which record type? (customer / contact); assumed: customer',
        '- subsidiary has no source: nothing fits',
      ].join('\n'),
      'Mapping mapping_1: 1 rows, 0 approved, 1 open.',
      table,
    ].join('\n\n'),
  );
});

test('a done run says where the pull request is and what was tested', () => {
  const done: ConnectResult = {
    ...waiting,
    status: 'done',
    questions: [],
    notes: [],
    tests: { verdict: 'ok', passed: 12, failed: 0, skipped: 1, mutationScore: null },
    pullRequest: {
      kind: 'github',
      branch: 'causeway/x',
      base: 'main',
      commit: 'c0ffee',
      title: 'Connect HubSpot contacts to NetSuite customers',
      body: '',
      url: 'https://github.com/a/b/pull/1',
      bodyFile: null,
      files: ['x/README.md', 'x/package.json'],
    },
  };
  expect(describeResult(done, mapping, 0.9)).toBe(
    [
      'Run run_1 is done: hubspot contact → netsuite customer.',
      [
        'Pull request (github): Connect HubSpot contacts to NetSuite customers',
        'Branch causeway/x into main, 2 files; https://github.com/a/b/pull/1',
        'Tests: 12 passed, 0 failed, 1 skipped.',
      ].join('\n'),
      'Mapping mapping_1: 1 rows, 0 approved, 1 open.',
      table,
    ].join('\n\n'),
  );
});

test('many questions are cut, and it is said', () => {
  const questions = Array.from({ length: 25 }, (_, at) => ({
    id: `${at}`,
    text: `Question ${at}?`,
    options: [],
    default: null,
  }));
  const text = describeResult({ ...waiting, questions }, mapping, 0.9);
  expect(text).toContain('- Question 19?\n- and 5 more\n');
});
