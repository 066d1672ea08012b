import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog, readConfig } from '../../tools/core/index.ts';
import { Agent } from '../agent.ts';

let mock: LLMock;
let agent: Agent;

beforeEach(async () => {
  mock = new LLMock({ port: 0, strict: true });
  await mock.start();
  const home = mkdtempSync(join(tmpdir(), 'causeway-claude-'));
  const env = {
    CAUSEWAY_HOME: home,
    CAUSEWAY_MUTANTS: '0',
    ANTHROPIC_API_KEY: 'test-key',
    ANTHROPIC_BASE_URL: mock.url,
  };
  agent = await Agent.open(readConfig(env), createLog(false));
});

afterEach(async () => {
  await agent.close();
  await mock.stop();
});

/** Ids that earlier tool results carried, so that a scripted turn can use them as a model would. */
function ids(request: ChatCompletionRequest, kind: string): string[] {
  return [...new Set(JSON.stringify(request.messages).match(new RegExp(`${kind}_[0-9a-f]{24}`, 'g')) ?? [])];
}

type Calls = { name: string; arguments: string }[];
const call = (name: string, input: unknown): Calls[number] => ({ name, arguments: JSON.stringify(input) });

const tokens = (input: number, output: number) => ({ usage: { input_tokens: input, output_tokens: output } });

/** One scripted turn per model call; `doubtful` answers what `propose_mapping` asks about doubtful rows. */
function script(
  turns: ((request: ChatCompletionRequest) => { toolCalls: Calls } | { content: string })[],
  doubtful = '{"rows":[]}',
): void {
  mock.on({ systemMessage: 'You compare fields' }, { content: doubtful, ...tokens(1000, 50) });
  turns.forEach((turn, turnIndex) => {
    mock.on({ turnIndex }, turn);
  });
}

const mainJob = [
  () => ({ toolCalls: [call('fetch_spec', { spec: 'hubspot' }), call('fetch_spec', { spec: 'netsuite' })] }),
  (request: ChatCompletionRequest) => {
    const [hubspot, netsuite] = ids(request, 'spec');
    return {
      toolCalls: [
        call('infer_schema', { spec: hubspot, entity: 'contact' }),
        call('infer_schema', { spec: netsuite, entity: 'kontakt' }),
      ],
    };
  },
  (request: ChatCompletionRequest) => ({
    toolCalls: [call('infer_schema', { spec: ids(request, 'spec')[1], entity: 'contact' })],
  }),
  (request: ChatCompletionRequest) => {
    const [source, target] = ids(request, 'schema');
    return { toolCalls: [call('propose_mapping', { source, target })] };
  },
  (request: ChatCompletionRequest) => ({
    toolCalls: [
      call('submit_mapping', {
        mapping: ids(request, 'mapping')[0],
        notes: ['Contacts become NetSuite contacts.'],
      }),
    ],
  }),
];

test('Claude plans the main job by tools, mends its own mistake, and the review still waits', async () => {
  script(mainJob);
  const result = await agent.connect({ sentence: 'connect HubSpot contacts to NetSuite', dryRun: true });
  expect(result).toMatchObject({
    status: 'waiting',
    source: { system: 'hubspot', entity: 'contact' },
    target: { system: 'netsuite', entity: 'contact' },
    notes: ['Contacts become NetSuite contacts.'],
    pullRequest: null,
    // The turns are scripted without tokens: these are what the doubtful rows cost.
    cost: { modelTokens: 1050 },
  });
  expect(result.steps.filter((step) => step.status === 'failed').map((step) => step.name)).toStrictEqual([
    'infer_schema (2.2)',
  ]);
  const body = mock.getLastRequest()?.body as ChatCompletionRequest | undefined;
  const tools = body?.tools?.map((tool) => tool.function.name);
  expect(tools).toStrictEqual([
    'fetch_spec',
    'infer_schema',
    'propose_mapping',
    'read_artifact',
    'submit_mapping',
  ]);
});

test('doubtful rows that the model could not help with are said to the person', async () => {
  script(mainJob, 'I would rather talk about the weather.');
  const result = await agent.connect({ sentence: 'connect HubSpot contacts to NetSuite', dryRun: true });
  expect(result.notes).toStrictEqual([
    'Contacts become NetSuite contacts.',
    expect.stringMatching(
      /^The model could not help: it answered in another form than asked for; \d+ doubtful rows/,
    ),
  ]);
  expect(result.cost.modelTokens).toBe(1050);
});

test('who asks for the deterministic planner gets a run without a model, key or not', async () => {
  const result = await agent.connect({
    sentence: 'connect HubSpot contacts to NetSuite contacts',
    planner: 'deterministic',
    dryRun: true,
  });
  expect([result.status, result.cost.modelTokens, mock.getRequests()]).toStrictEqual(['waiting', 0, []]);
});

test('a description cannot talk the model into reading other files: only what the person named is fetched', async () => {
  script([
    () => ({
      toolCalls: [
        call('fetch_spec', { spec: '/etc/passwd' }),
        call('fetch_spec', { spec: 'https://evil.example/?k=1' }),
      ],
    }),
    (request) => ({
      content: `refused ${JSON.stringify(request.messages).match(/not_allowed/g)?.length} times`,
    }),
  ]);
  await expect(
    agent.connect({ sentence: 'connect HubSpot contacts to NetSuite', dryRun: true }),
  ).rejects.toMatchObject({
    message: 'Claude proposed no mapping: refused 2 times',
  });
});

test('a model that stops without a mapping ends in its words', async () => {
  script([() => ({ content: 'I do not know the system Foo.' })]);
  await expect(agent.connect({ sentence: 'connect Foo to Bar', dryRun: true })).rejects.toMatchObject({
    code: 'planner_gave_up',
    message: 'Claude proposed no mapping: I do not know the system Foo.',
  });
});

test('a model that cannot be used is an outside failure, and the run can be gone on with', async () => {
  mock.onMessage(/./, { error: { message: 'no such key', type: 'authentication_error' }, status: 401 });
  const failing = agent.connect({ sentence: 'connect HubSpot contacts to NetSuite', dryRun: true });
  await expect(failing).rejects.toMatchObject({
    code: 'model_failed',
    kind: 'outside',
    hint: 'Check ANTHROPIC_API_KEY',
  });
  mock.clearFixtures();
  script(mainJob);
  const [run] = agent.runs();
  expect(run?.status).toBe('failed');
  expect(await agent.resume(run?.id ?? '')).toMatchObject({ status: 'waiting' });
});
