import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { basic } from './templates/src/auth/basic.ts';
import { tokenBasedAuth } from './templates/src/auth/oauth1-tba.ts';
import { clientCredentials } from './templates/src/auth/oauth2-client-credentials.ts';
import { compact } from './templates/src/compact.ts';
import { formBody } from './templates/src/form.ts';
import { Http } from './templates/src/http.ts';
import { linkInHeader } from './templates/src/link-header.ts';
import { quoted } from './templates/src/quote.ts';
import { RateLimit } from './templates/src/rate-limit.ts';
import { collectLog } from './templates/test/collect-log.ts';

const clock = (now = 1_700_000_000_000) => {
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: async (ms: number) => {
      waits.push(ms);
      now += ms;
    },
  };
};

test('OAuth 1.0a signs method, address and sorted parameters', async () => {
  const credentials = {
    account: '1234567-sb1',
    consumerKey: 'ck',
    consumerSecret: 'c&s',
    tokenId: 'ti',
    tokenSecret: 't s',
  };
  const url = new URL('https://host.test/rest/contact?q=email%20IS%20%22a%2Bb%22&limit=2&a=%21%27%28%29%2A');
  const { Authorization = '' } = await tokenBasedAuth(credentials, clock(), () => 'nonce').headers({
    method: 'GET',
    url,
  });
  // Written out by hand after RFC 5849, section 3.4.1.
  const base =
    'GET&https%3A%2F%2Fhost.test%2Frest%2Fcontact&a%3D%2521%2527%2528%2529%252A%26limit%3D2%26oauth_consumer_key%3Dck%26oauth_nonce%3Dnonce%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1700000000%26oauth_token%3Dti%26oauth_version%3D1.0%26q%3Demail%2520IS%2520%2522a%252Bb%2522';
  const signature = createHmac('sha256', 'c%26s&t%20s').update(base).digest('base64');
  expect(Authorization).toBe(
    `OAuth realm="1234567_SB1", oauth_consumer_key="ck", oauth_nonce="nonce", oauth_signature_method="HMAC-SHA256", oauth_timestamp="1700000000", oauth_token="ti", oauth_version="1.0", oauth_signature="${encodeURIComponent(signature)}"`,
  );
});

test('basic authorization takes any character', async () => {
  const { Authorization } = await basic('zoë@example.com/token', 'p:ä').headers({
    method: 'GET',
    url: new URL('https://api.test/'),
  });
  expect(Authorization).toBe(`Basic ${Buffer.from('zoë@example.com/token:p:ä').toString('base64')}`);
});

function tokens(expiresIn: number | undefined, time = clock()) {
  let asked = 0;
  const http = new Http({
    baseUrl: 'https://auth.test',
    authorizer: null,
    requestsPerSecond: null,
    errors: { message: ['error_description'], code: ['error'] },
    requestIdHeader: null,
    clock: time,
    log: collectLog(),
    fetch: async () => {
      asked += 1;
      return Response.json({ access_token: `token ${asked}`, expires_in: expiresIn });
    },
  });
  const credentials = { tokenPath: '/token', clientId: 'id', clientSecret: 'secret', scope: null };
  return { authorizer: clientCredentials(credentials, http, time), time, asked: () => asked };
}

test('a token is asked for once, however many requests wait for it, and again when it ends', async () => {
  const { authorizer, time, asked } = tokens(3600);
  const request = { method: 'GET', url: new URL('https://api.test/') };
  const many = () =>
    Promise.all([1, 2, 3].map(async () => (await authorizer.headers(request))['Authorization']));
  expect(await many()).toStrictEqual(['Bearer token 1', 'Bearer token 1', 'Bearer token 1']);
  await time.sleep(3_541_000);
  expect(await many()).toStrictEqual(['Bearer token 2', 'Bearer token 2', 'Bearer token 2']);
  expect(authorizer.renew()).toBe(true);
  expect(await many()).toStrictEqual(['Bearer token 3', 'Bearer token 3', 'Bearer token 3']);
  expect(asked()).toBe(3);
});

test('a token without an end is kept', async () => {
  const { authorizer, time, asked } = tokens(undefined);
  const request = { method: 'GET', url: new URL('https://api.test/') };
  await authorizer.headers(request);
  await time.sleep(1e12);
  await authorizer.headers(request);
  expect(asked()).toBe(1);
});

test('the rate limit spaces requests evenly', async () => {
  const time = clock();
  const limit = new RateLimit(4, time);
  for (let n = 0; n < 3; n += 1) await limit.wait();
  expect(time.waits).toStrictEqual([250, 250]);
});

test.each([
  ['<https://a.test/?x=1,2>; rel="next"', 'https://a.test/?x=1,2'],
  ['<https://a.test/1>; rel="prev", <https://a.test/2>; title="a"; rel=next', 'https://a.test/2'],
  ['<https://a.test/1>; rel="prev next"', 'https://a.test/1'],
  ['<https://a.test/1>; rel="nextish"', undefined],
  [null, undefined],
])('the next page in %j is %j', (header, url) => {
  expect(linkInHeader(header, 'next')).toBe(url);
});

test('forms, quotes and gaps', () => {
  expect(
    formBody({ name: 'A&B', address: { city: 'Ås', line2: null }, tags: ['x', 'y'], gone: undefined }).text,
  ).toBe('name=A%26B&address%5Bcity%5D=%C3%85s&address%5Bline2%5D=&tags%5B0%5D=x&tags%5B1%5D=y');
  expect(quoted(`it's "so" \\ \n`, '"')).toBe(`"it\\'s \\"so\\" \\\\ \\n"`);
  expect(
    compact({ a: undefined, b: { c: undefined }, d: [{ e: undefined }], f: null, g: [], h: {} }),
  ).toStrictEqual({
    f: null,
    g: [],
    h: {},
  });
});
