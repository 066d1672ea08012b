import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog, readConfig } from '../../tools/core/index.ts';
import { entity } from '../../tools/model/__fixtures__/entity.ts';
import { proposeMapping } from '../../tools/propose-mapping/index.ts';
import { Agent } from '../agent.ts';

let mock: LLMock;
let url: string;
beforeEach(async () => {
  mock = new LLMock({ port: 0, strict: true });
  url = await mock.start();
});
afterEach(() => mock.stop());

const source = entity('crm', 'person', [
  { path: 'email', type: 'string', format: 'email', examples: ['ada.king@example.com'] },
  { path: 'job', type: 'string' },
  { path: 'position', type: 'string', examples: ['Countess'] },
  { path: 'segment', type: 'string', examples: ['gold'] },
]);
const target = entity('erp', 'contact', [
  { path: 'email', type: 'string', format: 'email' },
  { path: 'title', type: 'string' },
  { path: 'category', type: 'string' },
]);

/** What `propose_mapping` answers and stores, as any face would call it. */
async function propose(env: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), 'causeway-assist-'));
  const agent = await Agent.open(
    readConfig({ CAUSEWAY_HOME: home, CAUSEWAY_MUTANTS: '0', ...env }),
    createLog(false),
  );
  try {
    const input = {
      source: await agent.artifacts.put('schema', source),
      target: await agent.artifacts.put('schema', target),
    };
    const result = await agent.call(proposeMapping, input);
    if (!result.ok) throw result.error;
    const output = proposeMapping.output.parse(result.output);
    return { output, text: result.text, mapping: await agent.mapping(output.mapping) };
  } finally {
    await agent.close();
  }
}
const withKey = () => propose({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: url });

interface Asked {
  rows: { row: number; target: { path: string }; candidates: { number: number; path: string }[] }[];
}

/** The question, as the mock read it. */
function asked(request: unknown): Asked {
  const { messages } = request as ChatCompletionRequest;
  const text = String(messages.at(-1)?.content);
  return JSON.parse(text.replace(/^<data>\n/, '').replace(/\n<\/data>$/, ''));
}

test('without a key nothing is asked and nothing is said', async () => {
  const { output, text, mapping } = await propose({ ANTHROPIC_BASE_URL: url });
  expect([output.modelTokens, output.warnings, mock.getRequests()]).toStrictEqual([0, [], []]);
  expect(`${text} ${JSON.stringify(mapping)}`).not.toMatch(/\bmodel\b/);
});

test('doubtful rows are asked about in one question without values; the answer is evidence', async () => {
  const alone = await propose({});
  mock.onMessage(/<data>/, (request) => ({
    content: JSON.stringify({
      rows: asked(request).rows.map(({ row, candidates }) => ({
        row,
        pick: candidates.find(({ path }) => path === 'job' || path === 'segment')?.number ?? 0,
        sure: 'high',
      })),
    }),
    usage: { input_tokens: 800, output_tokens: 40 },
  }));
  const { output, text, mapping } = await withKey();

  const [request, ...more] = mock.getRequests();
  expect(more).toStrictEqual([]);
  expect(asked(request?.body).rows.map((row) => row.target.path)).toStrictEqual(['title', 'category']);
  const sent = JSON.stringify(request);
  expect(['ada.king', 'Countess', 'gold'].filter((value) => sent.includes(value))).toStrictEqual([]);

  expect([output.modelTokens, output.warnings]).toStrictEqual([840, []]);
  expect(text).toContain('A model was asked about 2 doubtful rows (840 tokens).');
  const row = (path: string, of = mapping) => of.rows.find((one) => one.target === path);
  // The sure row is as it was; the doubtful ones follow the model, below what passes without a person.
  expect(row('email')).toStrictEqual(row('email', alone.mapping));
  expect(row('category')?.confidence).toBeGreaterThan(row('category', alone.mapping)?.confidence ?? 1);
  expect(row('category')?.confidence).toBeLessThan(0.9);
  expect(row('category')?.evidence).toContainEqual({
    signal: 'model',
    says: 'a model that was asked takes this source too, and is sure',
    for: true,
  });
  expect(row('title')?.sources ?? ['job']).toStrictEqual(['job']);
});

test('a model that fails leaves the mapping as it is found without one, and says so', async () => {
  const alone = await propose({});
  mock.onMessage(/./, { error: { message: 'overloaded', type: 'invalid_request_error' }, status: 400 });
  const { output, text, mapping } = await withKey();
  expect(mapping).toStrictEqual(alone.mapping);
  expect(output.warnings).toStrictEqual([
    'The model could not help: Claude answered HTTP 400; 2 doubtful rows are as found without it',
  ]);
  expect(text).toContain('The model could not help');
});
