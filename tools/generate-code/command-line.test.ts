import { mkdir, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pairInput } from './__fixtures__/pairs.ts';
import { runProgram } from './__fixtures__/run.ts';
import { serve } from './__fixtures__/serve.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generateConnector } from './index.ts';

/** A connector whose source has two users and whose target answers as told. */
async function setUp(stripe: RequestListener) {
  const folder = await writeConnector(
    await generateConnector(await pairInput('zendesk-user-to-stripe-customer')),
  );
  const users = [1, 2].map((id) => ({ id, name: `User ${id}`, email: `user${id}@example.com` }));
  const zendesk = await serve((request, response) => {
    const [, one] = /users\/(\d+)/.exec(request.url ?? '') ?? [];
    if (one === '9') response.statusCode = 404;
    const body = one === undefined ? { users, meta: { has_more: false } } : { user: users[Number(one) - 1] };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  const env = {
    ZENDESK_BASE_URL: zendesk,
    ZENDESK_EMAIL: 'agent@example.com',
    ZENDESK_API_TOKEN: 'secret-one',
    STRIPE_BASE_URL: await serve(stripe),
    STRIPE_SECRET_KEY: 'secret-two',
    STATE_DIR: join(folder, 'state'),
  };
  await mkdir(env.STATE_DIR);
  return { folder, run: (...args: string[]) => runProgram('node', args, { cwd: folder, env }) };
}

const nothing = {
  read: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  deleted: 0,
  failed: 0,
  deadLetterFile: null,
  checkpoint: null,
  ms: expect.any(Number),
};

test('a run that an outside system ends prints its summary so far as JSON', async () => {
  const { run } = await setUp((_, response) => response.writeHead(401).end('{}'));
  const ended = await run('src/main.ts', '--json');
  expect({ code: ended.code, summary: JSON.parse(ended.stdout) }).toStrictEqual({
    code: 4,
    summary: { ...nothing, read: 2 },
  });
  expect(await run('src/main.ts')).toMatchObject({ code: 4, stdout: '' });
});

test('what is no longer in the source is skipped by a replay, not written from the file', async () => {
  const asked: string[] = [];
  const { folder, run } = await setUp((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('{}');
  });
  await writeFile(join(folder, 'letters.jsonl'), '{"source":"9","record":{"id":9,"name":"Erased"}}\n');
  const ended = await run('src/replay.ts', '--json', '--dead-letters', 'letters.jsonl');
  expect({ code: ended.code, summary: JSON.parse(ended.stdout), asked }).toStrictEqual({
    code: 0,
    summary: { ...nothing, read: 1, skipped: 1 },
    asked: [],
  });
  expect(ended.stderr).toContain('"source":"9"');
  expect(ended.stderr).not.toContain('Erased');
});

test.each([
  [
    'half a line',
    '{"source":"1","rec',
    'Line 1 of the dead letter file is not a dead letter; mend or remove it\n',
  ],
  [
    'another file',
    '\n{"name":"Ada"}\n',
    'Line 2 of the dead letter file is not a dead letter; mend or remove it\n',
  ],
])('%s instead of dead letters is one line and exit code 2', async (_, text, stderr) => {
  const { folder, run } = await setUp((_request, response) => response.end('{}'));
  await writeFile(join(folder, 'letters.jsonl'), text);
  expect(await run('src/replay.ts', '--json', '--dead-letters', 'letters.jsonl')).toStrictEqual({
    code: 2,
    stdout: '',
    stderr,
  });
  expect(await run('src/replay.ts', '--dead-letters', 'src')).toMatchObject({ code: 2, stdout: '' });
});
