import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configuredModel } from '../../agent/index.ts';
import { MappingCase } from '../dataset/mapping-case.ts';
import { assisted, assistedBy } from './assisted.ts';
import { causeway } from './causeway.ts';
import type { CasePrediction } from './matcher.ts';

let mock: LLMock;
let url: string;
beforeEach(async () => {
  mock = new LLMock({ port: 0, strict: true });
  url = await mock.start();
});
afterEach(() => mock.stop());

const text = (...paths: string[]) => paths.map((path) => ({ path, type: 'string' }));
const mappingCase = MappingCase.parse({
  id: 'c',
  source: { system: 'crm', entity: 'person', fields: text('email', 'job', 'position') },
  target: { system: 'erp', entity: 'contact', fields: text('email', 'title') },
  gold: [],
});
const matcher = () =>
  assistedBy(() => configuredModel({ apiKey: 'test-key', baseUrl: url, model: 'claude-test' }));
const of = ({ targets }: CasePrediction, path: string) => targets.find(({ target }) => target === path);

interface Asked {
  rows: { row: number; candidates: { number: number; path: string }[] }[];
}
/** The model takes this source for the one doubtful row. */
function takes(path: string): void {
  mock.onMessage(/<data>/, (request: ChatCompletionRequest) => {
    const sent = String(request.messages.at(-1)?.content).replace(/^<data>\n|\n<\/data>$/g, '');
    const { rows }: Asked = JSON.parse(sent);
    const answers = rows.map(({ row, candidates }) => ({
      row,
      pick: candidates.find((one) => one.path === path)?.number ?? 0,
      sure: 'high',
    }));
    return { content: JSON.stringify({ rows: answers }), usage: { input_tokens: 400, output_tokens: 20 } };
  });
}

test('the model decides between likely sources; sure rows are as without it', async () => {
  const alone = await causeway.predict(mappingCase);
  const first = of(alone, 'title')?.ranked[0]?.sources[0];
  const other = first === 'job' ? 'position' : 'job';
  takes(other);
  const one = matcher();
  const helped = await one.predict(mappingCase);
  expect(of(helped, 'email')).toStrictEqual(of(alone, 'email'));
  expect(of(helped, 'title')?.ranked[0]?.sources).toStrictEqual([other]);
  expect(one.remarks?.()).toStrictEqual([
    '1 doubtful rows were asked about, for 420 tokens; 0 cases had questions without an answer',
  ]);
});

test('a model that fails changes nothing and is counted', async () => {
  mock.onMessage(/./, { error: { message: 'no', type: 'invalid_request_error' }, status: 400 });
  const one = matcher();
  expect(await one.predict(mappingCase)).toStrictEqual(await causeway.predict(mappingCase));
  expect(one.remarks?.()).toStrictEqual([
    '1 doubtful rows were asked about, for 0 tokens; 1 cases had questions without an answer',
  ]);
});

test('without a key it says why it did not run', () => {
  expect(assisted.notRun?.({})).toBe('no ANTHROPIC_API_KEY');
  expect(assisted.notRun?.({ ANTHROPIC_API_KEY: '' })).toBe('no ANTHROPIC_API_KEY');
  expect(assisted.notRun?.({ ANTHROPIC_API_KEY: 'k' })).toBeNull();
});
