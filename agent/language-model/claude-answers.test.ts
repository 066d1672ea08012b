import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { ModelQuestion } from '../../tools/core/index.ts';
import { configuredModel } from './configured-model.ts';

let mock: LLMock;
let url: string;
beforeEach(async () => {
  mock = new LLMock({ port: 0, strict: true });
  url = await mock.start();
});
afterEach(() => mock.stop());

function ask(also: Partial<ModelQuestion> = {}, baseUrl = url) {
  const settings = { apiKey: 'test-key', baseUrl, model: 'claude-test' };
  const question: ModelQuestion = {
    instructions: 'Count.',
    data: '{"a":1}',
    form: z.strictObject({ count: z.int() }),
    maxTokens: 77,
    signal: new AbortController().signal,
    ...also,
  };
  return configuredModel(settings)?.answer(question);
}

/** Answers every request with this text, ended and counted like this. */
function answers(content: string, finishReason?: string) {
  mock.onMessage(/./, {
    content,
    usage: { input_tokens: 11, output_tokens: 3 },
    ...(finishReason === undefined ? {} : { finishReason }),
  });
}

test('without a key there is no model', () => {
  expect(configuredModel({ apiKey: null, baseUrl: null, model: 'claude-test' })).toBeNull();
});

test('asks for the form, with the data apart from the instructions, and counts the tokens', async () => {
  answers('{"count":1}');
  expect(await ask()).toStrictEqual({ text: '{"count":1}', tokens: 14, ending: 'complete' });
  const [request] = mock.getRequests();
  expect(request?.path).toBe('/v1/messages');
  expect(request?.body).toMatchObject({
    model: 'claude-test',
    messages: [
      { role: 'system', content: 'Count.' },
      { role: 'user', content: '<data>\n{"a":1}\n</data>' },
    ],
  });
});

test('the form is sent as the schema of a structured output', async () => {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await json(request));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(message));
  });
  const message = {
    type: 'message',
    role: 'assistant',
    content: [{ type: 'text', text: '{"count":2}' }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 1, output_tokens: 1 },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const answer = await ask({}, `http://127.0.0.1:${port}`);
  server.close();
  expect(answer?.text).toBe('{"count":2}');
  expect(bodies).toStrictEqual([
    {
      model: 'claude-test',
      max_tokens: 77,
      system: 'Count.',
      messages: [{ role: 'user', content: '<data>\n{"a":1}\n</data>' }],
      output_config: {
        format: {
          type: 'json_schema',
          schema: {
            type: 'object',
            properties: { count: expect.objectContaining({ type: 'integer' }) },
            required: ['count'],
            additionalProperties: false,
          },
        },
      },
    },
  ]);
});

test.each([
  ['refusal', 'refused'],
  ['length', 'cut'],
])('an answer that ends with %s is told as %s, with its tokens', async (reason, ending) => {
  answers('', reason);
  expect(await ask()).toStrictEqual({ text: '', tokens: 14, ending });
});

test('a model that cannot be used is an outside failure without the key in it', async () => {
  mock.onMessage(/./, {
    error: { message: 'no such key test-key', type: 'authentication_error' },
    status: 401,
  });
  await expect(ask()).rejects.toMatchObject({
    kind: 'outside',
    code: 'model_failed',
    message: 'Claude answered HTTP 401',
    hint: 'Check ANTHROPIC_API_KEY',
  });
});

test('who stops waiting gets his own reason', async () => {
  const stop = new AbortController();
  mock.onMessage(/./, { content: '{"count":1}' }, { chaos: { latencyMs: 30_000 } });
  const asking = ask({ signal: stop.signal });
  stop.abort();
  await expect(asking).rejects.toMatchObject({ name: expect.stringMatching(/Abort/) });
});
