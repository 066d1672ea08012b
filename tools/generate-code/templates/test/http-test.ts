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
    log: collectLog(),
    random: () => 1,
    timeoutMs: 20,
    fetch: async (url, init) => {
      const answer = answers[requests.length];
      requests.push({ url: String(url), headers: new Headers(init?.headers) });
      if (answer === 'silence') return silence(init?.signal ?? null);
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('no answer left');
    },
  });
  return { http, waits, requests };
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
  ['a date', 'Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
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
