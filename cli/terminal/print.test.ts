import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConnectResult } from '../../agent/index.ts';
import { OutsideError } from '../../tools/core/index.ts';
import type { Mapping } from '../../tools/model/index.ts';
import { jsonText } from './print.ts';
import { printConnect } from './print-connect.ts';
import { printError } from './print-error.ts';
import { printInspection } from './print-inspection.ts';
import { printMapping } from './print-mapping.ts';
import { showProgress } from './progress.ts';

let shown = '';
beforeEach(() => {
  shown = '';
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('FORCE_COLOR', undefined);
  const write = (chunk: unknown) => {
    shown += String(chunk);
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
});
afterEach(() => void vi.restoreAllMocks());

/** What a sentence or a spec may hold: a cleared screen, a bell, a line of its own, reordered text. */
const evil = 'e\u001b[2Jv\u0007i\r\ncauseway: bug: \u202el\u2029';
const tame = 'ev i causeway: bug: \ufffdl';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/;

function expectTame(lines: number): void {
  expect(shown).not.toMatch(unsafe);
  expect(shown.trimEnd().split('\n')).toHaveLength(lines);
}

test('an error is one line', () => {
  printError(new OutsideError('lost', `No ${evil} here.`, `Try ${evil}`), { json: false, debug: false });
  expect(shown).toBe(`causeway: lost: No ${tame}  here. Try ${tame} \n`);
});

const mapping: Mapping = {
  source: { system: evil, entity: evil, schema: 'schema_1' },
  target: { system: evil, entity: evil, schema: 'schema_2' },
  rows: [
    {
      target: evil,
      sources: [evil],
      transform: { kind: 'rename' },
      confidence: 0.5,
      evidence: [],
      alternatives: [],
      status: 'proposed',
      sample: null,
    },
  ],
  matchKeys: [{ source: evil, target: evil, confidence: 1 }],
  unmappedRequired: [{ target: evil, why: evil, candidates: [] }],
  unmappedTargets: [],
  unusedSources: [],
  incompatibilities: [{ target: evil, source: evil, kind: 'type', message: evil, lossy: false }],
};

test('a mapping: title, row, match key, gap, clash, count', () => {
  printMapping(mapping);
  expectTame(6);
});

const result: ConnectResult = {
  run: 'run_1',
  status: 'done',
  source: { system: evil, entity: evil },
  target: { system: evil, entity: evil },
  steps: [],
  mapping: { id: 'mapping_1', rows: 1, approved: 0, open: 1 },
  questions: [{ id: evil, text: evil, options: [], default: null }],
  notes: [evil],
  tests: { verdict: 'ok', passed: 1, failed: 0, skipped: 0, mutationScore: null },
  pullRequest: {
    kind: 'local',
    branch: evil,
    base: evil,
    commit: evil,
    title: evil,
    url: evil,
    body: evil,
    bodyFile: evil,
    files: [evil],
  },
  cost: { modelTokens: 0, usd: 0 },
  ms: 1,
};

test('a result: two empty lines, title, note, mapping, tests, question, and five of the pull request', () => {
  printConnect(result);
  expectTame(12);
});

test('a result that waits', () => {
  printConnect({ ...result, status: 'waiting', pullRequest: null });
  expectTame(8);
});

test('an inspection: title, warning, entity, pattern', () => {
  printInspection({
    system: evil,
    title: evil,
    version: evil,
    format: 'openapi-3.0',
    warnings: [{ code: evil, message: evil, at: evil }],
    entities: [{ name: evil, label: evil, operations: {}, fieldCount: 1 }],
    patterns: {
      auth: [{ kind: evil, detail: {}, evidence: evil, confidence: 1 }],
      pagination: [],
      rateLimit: [],
      idempotency: [],
      incremental: [],
      deletes: [],
      bulk: [],
      webhooks: [],
      errors: [],
    },
    entity: null,
  });
  expectTame(4);
});

test('a step shows the first line of its text', () => {
  showProgress().onStep({ name: evil, status: 'done', ms: 12, text: `first \u001b[2J${evil}` });
  expectTame(1);
  expect(shown).toMatch(/ {2}first ev i\n$/);
});

test('JSON is the same value, and harmless', () => {
  const value = { [evil]: `${evil}\u{e0041}\u200b\u009b` };
  const text = jsonText(value);
  expect(JSON.parse(text)).toStrictEqual(value);
  expect(text).toMatch(/^[\n -~]*$/);
});
