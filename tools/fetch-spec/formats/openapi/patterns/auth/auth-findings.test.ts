import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../../core/json/json.ts';
import { brief, json, object, patternsOf, text } from '../__fixtures__/patterns-of.ts';

function ofScheme(scheme: JsonObject) {
  return brief(patternsOf({}, { components: { securitySchemes: { one: scheme } } }).auth, 'in', 'name');
}

test.each<[JsonObject, unknown]>([
  [{ type: 'apiKey', in: 'query', name: 'key' }, [['api-key', 'query', 'key']]],
  [{ type: 'apiKey', in: 'cookie', name: 'SESSIONID' }, [['session', 'cookie', 'SESSIONID']]],
  [
    { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Use `Bearer {token}`' },
    [['bearer', 'header', 'Authorization']],
  ],
  [
    { type: 'apiKey', in: 'header', name: 'Authorization', 'x-amazon-apigateway-authtype': 'awsSigv4' },
    [['aws-sigv4', 'header', 'Authorization']],
  ],
  [{ type: 'http', scheme: 'Digest' }, [['digest', null, null]]],
  [{ type: 'http', scheme: 'OAuth' }, [['oauth1', null, null]]],
  [{ type: 'mutualTLS' }, [['mutual-tls', null, null]]],
  [{ type: 'openIdConnect', openIdConnectUrl: 'https://x.example' }, [['openid-connect', null, null]]],
  [
    { type: 'oauth2', description: 'Or the JWT bearer flow.', flows: { implicit: {}, password: {} } },
    [
      ['oauth2-implicit', null, null],
      ['oauth2-password', null, null],
      ['oauth2-jwt-bearer', null, null],
    ],
  ],
  [{ type: 'oauth2', flow: 'accessCode' }, [['oauth2-authorization-code', null, null]]],
  [{ type: 'oauth2' }, []],
  [{ type: 'smoke-signals' }, []],
])('%o', (scheme, expected) => {
  expect(ofScheme(scheme)).toStrictEqual(expected);
});

test('without a scheme: parameters of most calls, a login call, the introduction', () => {
  const key = { name: 'X-Api-Key', in: 'header', schema: text };
  const get = { parameters: [key], responses: {} };
  const post = { requestBody: json(object({ username: text, password: text })), responses: {} };
  const info = { title: 'x', description: 'Send `Authorization: Bearer <token>` with each call.' };
  const paths = { '/ships': { get }, '/piers': { get }, '/session': { post } };
  expect(brief(patternsOf(paths, { info }).auth, 'name', 'calls')).toStrictEqual([
    ['api-key', 'X-Api-Key', ['GET /ships', 'GET /piers']],
    ['session', null, ['POST /session']],
    ['bearer', null, null],
  ]);
});

test('a parameter of one call among many and a key of something else say nothing', () => {
  const quiet = { get: { responses: {} } };
  const paths = {
    '/a': { get: { parameters: [{ name: 'access_token', in: 'query', schema: text }], responses: {} } },
    '/b': quiet,
    '/c': quiet,
    '/d': quiet,
  };
  expect(patternsOf(paths).auth).toStrictEqual([]);
  const lock = { name: 'key', in: 'query', description: 'Key of the berth', schema: text };
  expect(patternsOf({ '/a': { get: { parameters: [lock], responses: {} } } }).auth).toStrictEqual([]);
});
