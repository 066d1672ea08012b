import { expect, test } from 'vitest';
import type { Authorizer } from '../src/auth/authorizer.ts';
import { type ApiRequest, Http } from '../src/http.ts';
import { collectLog } from './collect-log.ts';

type Answer = Response | Error | 'silence';
const start = Date.UTC(2026, 0, 1);
const get: ApiRequest = { method: 'GET', path: '/records?secret=1', idempotent: true };
const post: ApiRequest = { method: 'POST', path: '/records', idempotent: false };

/** A client whose API gives these answers in turn. */
function setUp(answers: readonly Answer[], authorizer: Authorizer | null = null) {
  const waits: number[] = [];
  const requests: { url: string; headers: Headers }[] = [];
  const log: string[] = [];
  const told: unknown[] = [];
  let now = start;
  const http = new Http({
    baseUrl: 'https://api.test',
    authorizer,
    requestsPerSecond: null,
    errors: { message: ['error', 'message'], code: ['error', 'code'] },
    requestIdHeader: 'X-Request-Id',
    clock: {
      now: () => now,
      sleep: async (ms) => {
        waits.push(ms);
        now += ms;
      },
    },
    log: collectLog(log),
    telemetry: {
      span: async (...[name, attributes, work]) => {
        told.push([name, attributes]);
        return work();
      },
      add: (...args) => void told.push(args),
      took: (...args) => void told.push(args),
      set: () => undefined,
    },
    random: () => 1,
    timeoutMs: 20,
    fetch: async (url, init) => {
      const answer = answers[requests.length];
      requests.push({ url: String(url), headers: new Headers(init?.headers) });
      now += 250;
      if (answer === 'silence') return silence(init?.signal ?? null);
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('no answer left');
    },
  });
  return { http, waits, requests, log, told };
}

function silence(signal: AbortSignal | null): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

const ok = () => Response.json({ fine: true });
const failure = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

test('server errors and lost connections are tried again, with growing waits', async () => {
  const { http, waits } = setUp([failure(500), new Error('reset'), failure(503), ok()]);
  expect((await http.send(get)).body).toStrictEqual({ fine: true });
  expect(waits).toStrictEqual([500, 1000, 2000]);
});

test.each([
  ['seconds', '7', 7000],
  ['a date', 'Thu, 01 Jan 2026 00:00:30 GMT', 29_750],
  ['a date that has passed', 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
])('Retry-After as %s is honoured', async (_, header, wait) => {
  const { http, waits } = setUp([failure(429, { 'Retry-After': header }), ok()]);
  await http.send(get);
  expect(waits).toStrictEqual([wait]);
});

test('a request that may have had its effect is not repeated, one that was refused with 429 is', async () => {
  const broken = setUp([failure(500), ok()]);
  await expect(broken.http.send(post)).rejects.toMatchObject({ status: 500, outcomeUnknown: true });
  expect(broken.requests).toHaveLength(1);
  const busy = setUp([failure(429), ok()]);
  await busy.http.send(post);
  expect(busy.requests).toHaveLength(2);
});

test('a refusal is final', async () => {
  const { http, requests } = setUp([failure(404), ok()]);
  await expect(http.send(get)).rejects.toMatchObject({ status: 404 });
  expect(requests).toHaveLength(1);
});

test('no wait goes beyond the budget', async () => {
  const { http, waits } = setUp([failure(429, { 'Retry-After': '3600' }), ok()]);
  await expect(http.send(get)).rejects.toMatchObject({ status: 429 });
  expect(waits).toStrictEqual([]);
});

test('a request without an answer times out and is tried again', async () => {
  const { http, requests } = setUp(['silence', ok()]);
  await http.send(get);
  expect(requests).toHaveLength(2);
});

test('a success that is not JSON counts as a lost answer', async () => {
  const { http } = setUp([new Response('{"half": '), ok()]);
  expect((await http.send(get)).body).toStrictEqual({ fine: true });
});

test('an error says what support asks for, and nothing secret', async () => {
  const body = { error: { message: 'no such field', code: 'bad_field' } };
  const { http } = setUp([Response.json(body, { status: 400, headers: { 'X-Request-Id': 'r-1' } })]);
  await expect(http.send(get)).rejects.toMatchObject({
    message: 'GET https://api.test/records: 400, bad_field, request r-1: no such field',
  });
});

test('a link to another host is read from our own', async () => {
  const { http, requests } = setUp([ok()]);
  await http.send({ ...get, path: 'https://elsewhere.test/pages/2?after=x' });
  expect(requests.map(({ url }) => url)).toStrictEqual(['https://api.test/pages/2?after=x']);
});

test('after a 401 the credentials are renewed once', async () => {
  let token = 1;
  const authorizer: Authorizer = {
    headers: async () => ({ Authorization: `Bearer ${token}` }),
    renew: () => {
      token += 1;
      return true;
    },
  };
  const renewed = setUp([failure(401), ok()], authorizer);
  await renewed.http.send(post);
  expect(renewed.requests.map(({ headers }) => headers.get('Authorization'))).toStrictEqual([
    'Bearer 1',
    'Bearer 2',
  ]);
  const refused = setUp([failure(401), failure(401), ok()], authorizer);
  await expect(refused.http.send(post)).rejects.toMatchObject({ status: 401 });
});

test('a 401 without credentials to renew is final', async () => {
  const open = setUp([failure(401), ok()]);
  await expect(open.http.send(get)).rejects.toMatchObject({ status: 401 });
  expect(open.requests).toHaveLength(1);
  const fixed = setUp([failure(401), ok()], { headers: async () => ({}), renew: () => false });
  await expect(fixed.http.send(get)).rejects.toMatchObject({ status: 401 });
  expect(fixed.requests).toHaveLength(1);
  const renewable = setUp([failure(403), ok()], { headers: async () => ({}), renew: () => true });
  await expect(renewable.http.send(get)).rejects.toMatchObject({ status: 403 });
});

test('a timeout in the API (408) is tried again when that does no harm; six tries are enough', async () => {
  const slow = setUp([failure(408), ok()]);
  await slow.http.send(get);
  expect(slow.requests).toHaveLength(2);
  const once = setUp([failure(408), ok()]);
  await expect(once.http.send(post)).rejects.toMatchObject({ status: 408 });
  const down = setUp(Array.from({ length: 9 }, () => failure(503)));
  await expect(down.http.send(get)).rejects.toMatchObject({ status: 503 });
  expect(down.requests).toHaveLength(6);
});

test('the kind of a body is told, and none without a body', async () => {
  const { http, requests } = setUp([ok(), ok()]);
  await http.send({ ...post, body: { type: 'application/json', text: '{}' }, headers: { 'X-Own': '1' } });
  await http.send({ ...get, query: new URLSearchParams({ page: '2' }) });
  expect(
    requests.map(({ url, headers }) => [url, headers.get('Content-Type'), headers.get('X-Own')]),
  ).toStrictEqual([
    ['https://api.test/records', 'application/json', '1'],
    ['https://api.test/records?secret=1&page=2', null, null],
  ]);
});

test('what went wrong with the connection is said, with its cause', async () => {
  const reset = new Error('fetch failed', { cause: new Error('ECONNRESET') });
  for (const [answer, detail] of [
    [reset, 'the connection failed (ECONNRESET)'],
    [new Error('reset'), 'the connection failed (reset)'],
    ['silence', 'no answer within 20 ms'],
  ] as const) {
    const { http } = setUp([answer]);
    await expect(http.send(post)).rejects.toMatchObject({
      status: null,
      message: `POST https://api.test/records: no answer: ${detail}`,
    });
  }
  const { http } = setUp([reset]);
  await expect(http.send(post)).rejects.toMatchObject({ cause: reset });
});

test('an answer is read as what it is: nothing, text, JSON; what it says is quoted in part', async () => {
  const answers = ['', '  ', 'accepted', 'see [1]', ' [1]'].map((text) => new Response(text));
  const { http } = setUp(answers);
  const bodies = [];
  for (const _ of answers) bodies.push((await http.send(get)).body);
  expect(bodies).toStrictEqual([null, null, 'accepted', 'see [1]', [1]]);
  const said = (text: string | null) => setUp([new Response(text, { status: 400 })]).http.send(get);
  const head = 'GET https://api.test/records: 400: ';
  await expect(said('x'.repeat(301))).rejects.toMatchObject({ message: `${head}${'x'.repeat(300)}…` });
  await expect(said('x'.repeat(300))).rejects.toMatchObject({ message: `${head}${'x'.repeat(300)}` });
  await expect(said(null)).rejects.toMatchObject({ message: `${head}no details` });
  await expect(said('{"half":')).rejects.toMatchObject({ message: `${head}the answer is not valid JSON` });
});

test('a retry is logged and counted without what the API said; every request is timed', async () => {
  const { http, log, told } = setUp([
    new Response('ada@example.com', { status: 503 }),
    new Error('reset'),
    ok(),
  ]);
  await http.send(get);
  expect(log.map((line) => JSON.parse(line))).toMatchObject([
    { message: 'request failed, trying again', status: 503, attempt: 1, waitMs: 500 },
    { status: null, detail: 'the connection failed (reset)', attempt: 2, waitMs: 1000 },
  ]);
  expect(log.join()).not.toContain('ada@example.com');
  const host = { 'server.address': 'api.test' };
  const request = (status: number) => [
    'http.client.request.duration',
    0.25,
    { 'http.request.method': 'GET', ...host, 'http.response.status_code': status },
  ];
  const retry = (status: number) => [
    'connector.retries',
    1,
    { ...host, 'http.response.status_code': status },
  ];
  expect(told).toStrictEqual([
    ['GET', { 'http.request.method': 'GET', ...host }],
    request(503),
    retry(503),
    request(0),
    retry(0),
    request(200),
  ]);
});
