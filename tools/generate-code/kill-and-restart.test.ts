import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pairInput } from './__fixtures__/pairs.ts';
import { serve } from './__fixtures__/serve.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generateConnector } from './index.ts';

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const total = 130;
const customers = Array.from({ length: total }, (_, n) => ({
  id: n + 1,
  first_name: 'Ada',
  last_name: `Number ${n}`,
  email: `ada+'${n}'@example.com`,
  updated_at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
}));

/** Shopify as far as it is read: pages of 30 behind Link headers. */
const shopify: RequestListener = (request, response) => {
  const url = new URL(request.url ?? '', 'http://shop.test');
  const start = Number(url.searchParams.get('page_info') ?? 0);
  const since = url.searchParams.get('updated_at_min');
  const all = since === null ? customers : customers.filter(({ updated_at }) => updated_at >= since);
  if (start + 30 < all.length) {
    response.setHeader('Link', `<https://shop.example${url.pathname}?page_info=${start + 30}>; rel="next"`);
  }
  response
    .setHeader('Content-Type', 'application/json')
    .end(JSON.stringify({ customers: all.slice(start, start + 30) }));
};

/** Salesforce as far as it is written: tokens, a search by e-mail address, create and update. */
function salesforce(
  contacts: Map<string, { Email: string }>,
  beforeAnswer: (created: number) => void,
): RequestListener {
  return async (request, response) => {
    const url = new URL(request.url ?? '', 'http://sf.test');
    const body = await bodyOf(request);
    response.setHeader('Content-Type', 'application/json');
    if (url.pathname === '/services/oauth2/token') {
      response.end(JSON.stringify({ access_token: 'token' }));
    } else if (request.method === 'POST') {
      const id = `003${String(contacts.size).padStart(12, '0')}`;
      contacts.set(id, JSON.parse(body));
      beforeAnswer(contacts.size);
      response.writeHead(201).end(JSON.stringify({ id, success: true }));
    } else if (request.method === 'GET') {
      const [, quoted = ''] =
        /Email = '((?:[^'\\]|\\.)*)' LIMIT 2$/.exec(url.searchParams.get('q') ?? '') ?? [];
      const email = quoted.replace(/\\(.)/g, '$1');
      const records = [...contacts].filter(([, contact]) => contact.Email === email);
      response.end(JSON.stringify({ records: records.map(([Id, { Email }]) => ({ Id, Email })) }));
    } else {
      response.writeHead(204).end();
    }
  };
}

async function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

test('killed between a write and its answer, started again: nothing is lost and nothing is written twice', async () => {
  const folder = await writeConnector(
    await generateConnector(await pairInput('shopify-customer-to-salesforce-contact')),
  );
  const contacts = new Map<string, { Email: string }>();
  let killAt = 45;
  let child: ChildProcess | undefined;
  const env = {
    SHOPIFY_BASE_URL: await serve(shopify),
    SHOPIFY_ACCESS_TOKEN: 'secret-one',
    SALESFORCE_BASE_URL: await serve(
      salesforce(contacts, (created) => {
        if (created === killAt) child?.kill('SIGKILL');
      }),
    ),
    SALESFORCE_CLIENT_ID: 'client',
    SALESFORCE_CLIENT_SECRET: 'secret-two',
    STATE_DIR: join(folder, 'state'),
  };
  const start = (...args: string[]) => {
    child = spawn(process.execPath, ['src/main.ts', '--json', ...args], { cwd: folder, env });
    return ended(child);
  };

  expect(await start()).toMatchObject({ code: null, stdout: '' });
  // Up to three more requests were on their way when the process died.
  expect([45, 46, 47, 48]).toContain(contacts.size);
  killAt = 100;
  expect(await start()).toMatchObject({ code: null, stdout: '' });

  const last = await start();
  expect({ ...last, summary: JSON.parse(last.stdout) }).toMatchObject({
    code: 0,
    summary: {
      read: total,
      deleted: 0,
      failed: 0,
      deadLetterFile: null,
      checkpoint: '2026-01-01T02:09:00.000Z',
    },
  });
  expect(last.stderr).not.toContain('secret-');
  const written = [...contacts.values()].map(({ Email }) => Email).sort();
  expect(written).toStrictEqual(customers.map(({ email }) => email).sort());

  const again = await start();
  expect({ code: again.code, summary: JSON.parse(again.stdout) }).toMatchObject({
    code: 0,
    summary: { read: 6, created: 0, updated: 0, skipped: 6, failed: 0 },
  });
  expect(contacts.size).toBe(total);
});

test('a bad record ends in a dead letter and exit code 1, mended it is replayed', async () => {
  const folder = await writeConnector(
    await generateConnector(await pairInput('shopify-customer-to-salesforce-contact')),
  );
  const contacts = new Map<string, { Email: string }>();
  const [good, wrong] = customers;
  const shop = await serve((request, response) => {
    const one = /customers\/2\.json/.test(request.url ?? '');
    const body = one ? { customer: wrong } : { customers: [good, { ...wrong, last_name: null }] };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  const env = {
    SHOPIFY_BASE_URL: shop,
    SHOPIFY_ACCESS_TOKEN: 'secret-one',
    SALESFORCE_BASE_URL: await serve(salesforce(contacts, () => {})),
    SALESFORCE_CLIENT_ID: 'client',
    SALESFORCE_CLIENT_SECRET: 'secret-two',
    STATE_DIR: join(folder, 'state'),
  };
  const run = (...args: string[]) => ended(spawn(process.execPath, args, { cwd: folder, env }));
  const first = await run('src/main.ts', '--json');
  const summary: { deadLetterFile: string } = JSON.parse(first.stdout);
  expect({ code: first.code, summary }).toMatchObject({
    code: 1,
    summary: { read: 2, created: 1, failed: 1 },
  });
  expect(JSON.parse(await readFile(summary.deadLetterFile, 'utf8'))).toMatchObject({
    source: '2',
    path: 'LastName',
  });

  const replayed = await run('src/replay.ts', '--json', '--dead-letters', summary.deadLetterFile);
  expect({ code: replayed.code, summary: JSON.parse(replayed.stdout) }).toMatchObject({
    code: 0,
    summary: { read: 1, created: 1, failed: 0, deadLetterFile: null },
  });
  expect([...contacts.values()].map(({ Email }) => Email)).toStrictEqual([good?.email, wrong?.email]);
  expect(await run('src/replay.ts', '--dead-letters', join(folder, 'none.jsonl'))).toMatchObject({
    code: 2,
    stdout: '',
  });
});

test('exit codes: 2 names every missing setting, 4 when an API refuses for good', async () => {
  const folder = await writeConnector(
    await generateConnector(await pairInput('shopify-customer-to-salesforce-contact')),
  );
  const run = (env: Record<string, string>, ...args: string[]) =>
    ended(
      spawn(process.execPath, ['src/main.ts', ...args], {
        cwd: folder,
        env: { ...env, STATE_DIR: join(folder, 'state') },
      }),
    );
  const missing = await run({});
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  for (const name of [
    'SHOPIFY_SHOP',
    'SHOPIFY_ACCESS_TOKEN',
    'SALESFORCE_DOMAIN',
    'SALESFORCE_CLIENT_ID',
    'SALESFORCE_CLIENT_SECRET',
  ]) {
    expect(missing.stderr).toContain(`${name}: is missing`);
  }
  expect(await run({}, '--nonsense')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--nonsense'),
  });
  const refusing = await serve((_, response) => response.writeHead(401).end('{}'));
  expect(
    await run({
      SHOPIFY_BASE_URL: refusing,
      SHOPIFY_ACCESS_TOKEN: 'secret-one',
      SALESFORCE_BASE_URL: refusing,
      SALESFORCE_CLIENT_ID: 'client',
      SALESFORCE_CLIENT_SECRET: 'secret-two',
    }),
  ).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining('401') });
});
