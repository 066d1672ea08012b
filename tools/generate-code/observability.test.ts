import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { pairInput } from './__fixtures__/pairs.ts';
import { runProgram } from './__fixtures__/run.ts';
import { serve } from './__fixtures__/serve.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generateConnector } from './index.ts';
import { type LogOptions, pinoLog } from './templates/src/pino-log.ts';

/** A run over two users; the target answers the first write with 503 and then refuses one of them. */
async function setUp() {
  const folder = await writeConnector(
    await generateConnector(await pairInput('zendesk-user-to-stripe-customer')),
  );
  const users = [1, 2].map((id) => ({ id, name: `User ${id}`, email: `user${id}@example.com` }));
  let writes = 0;
  const env = {
    ZENDESK_BASE_URL: await serve((_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ users, meta: { has_more: false } }));
    }),
    ZENDESK_EMAIL: 'agent@example.com',
    ZENDESK_API_TOKEN: 'secret-of-the-source',
    STRIPE_BASE_URL: await serve(async (request, response) => {
      response.setHeader('Content-Type', 'application/json');
      if (request.method === 'GET') return void response.end('{"data":[]}');
      const body = await text(request);
      writes += 1;
      if (writes === 1) return void response.writeHead(503, { 'Retry-After': '0' }).end('{}');
      if (body.includes('user2')) {
        return void response.writeHead(400).end('{"error":{"message":"no","code":"secret-of-the-target"}}');
      }
      response.end('{"id":"cus_1"}');
    }),
    STRIPE_SECRET_KEY: 'secret-of-the-target',
    STATE_DIR: join(folder, 'state'),
  };
  const run = (more: Record<string, string>) =>
    runProgram('node', ['--import', './otel.mjs', 'src/main.ts', '--json'], {
      cwd: folder,
      env: { ...env, ...more },
    });
  return Object.assign(run, { folder });
}

interface Sent {
  resourceSpans?: {
    resource: unknown;
    scopeSpans: { spans: { name: string; parentSpanId?: string; status: { code: number } }[] }[];
  }[];
  resourceMetrics?: { scopeMetrics: { metrics: { name: string; [kind: string]: unknown }[] }[] }[];
}

test('a collector gets a span for the run, its pages and its requests, and the counts of records', async () => {
  const sent: Record<string, Sent> = {};
  const collector = await serve(async (request, response) => {
    sent[String(request.url)] = JSON.parse(await text(request));
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  const run = await setUp();
  const ended = await run({ OTEL_EXPORTER_OTLP_ENDPOINT: collector });
  expect(ended).toMatchObject({ code: 1 });

  const spans = (sent['/v1/traces']?.resourceSpans ?? []).flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans: all }) =>
      all.map(({ name, parentSpanId }) => [name, Boolean(parentSpanId)]),
    ),
  );
  expect(spans.filter(([name]) => name === 'run' || name === 'page')).toStrictEqual([
    ['page', true],
    ['run', false],
  ]);
  expect(spans.filter(([name]) => name === 'POST')).toHaveLength(2);
  expect(JSON.stringify(sent['/v1/traces']?.resourceSpans?.[0]?.resource)).toContain(
    'zendesk-user-to-stripe-customer',
  );

  const metrics = new Map(
    (sent['/v1/metrics']?.resourceMetrics ?? []).flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap(({ metrics: all }) => all.map((metric) => [metric.name, metric] as const)),
    ),
  );
  expect(points(metrics.get('connector.records'))).toStrictEqual({ read: 2, created: 1, failed: 1 });
  expect(points(metrics.get('connector.runs'))).toStrictEqual({ dead_letters: 1 });
  expect(Object.values(points(metrics.get('connector.retries')))).toStrictEqual([1]);
  expect([...metrics.keys()].sort()).toStrictEqual([
    'connector.lag',
    'connector.last_run.records',
    'connector.last_run.time',
    'connector.records',
    'connector.retries',
    'connector.run.duration',
    'connector.runs',
    'http.client.request.duration',
  ]);
  expect(JSON.stringify(sent)).not.toMatch(/example\.com|secret-of/);
}, 60_000);

/** Values of a counter by their first attribute. */
function points(metric: { [kind: string]: unknown } = {}): Record<string, number> {
  const { dataPoints } = metric['sum'] as {
    dataPoints: { attributes: { value: { stringValue?: string } }[]; asDouble?: number; asInt?: number }[];
  };
  return Object.fromEntries(
    dataPoints.map(({ attributes, asDouble, asInt }) => [
      String(attributes[0]?.value.stringValue),
      Number(asDouble ?? asInt),
    ]),
  );
}

test('a collector that is down, or none, changes nothing about the run; the log has no secret', async () => {
  const run = await setUp();
  const down = await run({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    OTEL_EXPORTER_OTLP_TIMEOUT: '500',
  });
  expect(down).toMatchObject({ code: 1, stdout: expect.stringContaining('"created":1') });
  const lines = down.stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ level: 'warn', name: 'zendesk-user-to-stripe-customer', status: 503 }),
  );
  expect(down.stderr).not.toContain('secret-of');
}, 60_000);

test('secrets are hidden wherever they stand, by name and by value, also escaped ones', () => {
  const lines: string[] = [];
  const options: LogOptions = {
    name: 'test',
    level: 'info',
    secrets: ['pa"ss\\word', 'pa"ss\\word-longer', 'abc'],
  };
  const log = pinoLog(options, { write: (line) => void lines.push(line) });
  log.info('says pa"ss\\word-longer', {
    at: 'https://x.test/?key=pa"ss\\word',
    token: 'abc',
    deep: { password: 1 },
  });
  log.debug('below the level', {});
  expect(lines.map((line) => JSON.parse(line))).toStrictEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      name: 'test',
      at: 'https://x.test/?key=[redacted]',
      token: '[redacted]',
      deep: { password: '[redacted]' },
      message: 'says [redacted]',
    },
  ]);
});

test('health says how the last run ended, and refuses an old one', async () => {
  const run = await setUp();
  const { folder } = run;
  const health = (...args: string[]) =>
    runProgram('node', ['src/health.ts', ...args], {
      cwd: folder,
      env: { STATE_DIR: join(folder, 'state') },
    });
  expect(await health()).toStrictEqual({ code: 1, stdout: '{"healthy":false,"lastRun":null}\n', stderr: '' });
  await run({});
  const lastRun = { end: expect.any(String), result: 'dead_letters', failed: 1 };
  const after = await health();
  expect({ ...after, stdout: JSON.parse(after.stdout) }).toStrictEqual({
    code: 0,
    stdout: { healthy: true, lastRun },
    stderr: '',
  });
  expect(await health('--max-age', '0.0000001')).toMatchObject({ code: 1 });
  expect(await health('--max-age', 'x')).toMatchObject({
    code: 2,
    stderr: '--max-age x is not a number of hours\n',
  });
}, 60_000);
