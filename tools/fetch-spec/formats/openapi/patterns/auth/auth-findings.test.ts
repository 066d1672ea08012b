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
  [{ type: 'http' }, []],
  [{ type: 'http', scheme: '' }, []],
  [{ type: 'basic' }, [['basic', null, null]]],
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

test.each<[JsonObject, JsonObject, number]>([
  [{ type: 'apiKey' }, { in: null, name: null }, 0.5],
  [{ type: 'apiKey', in: 'header' }, { in: 'header', name: null }, 0.5],
  [{ type: 'apiKey', name: 'X-Key' }, { in: null, name: 'X-Key' }, 0.5],
  [{ type: 'apiKey', in: 'header', name: 'X-Key' }, { in: 'header', name: 'X-Key' }, 0.95],
])('what a key scheme leaves out is not made up: %o', (scheme, detail, confidence) => {
  expect(patternsOf({}, { components: { securitySchemes: { one: scheme } } }).auth).toStrictEqual([
    {
      kind: 'api-key',
      detail: { scheme: 'one', ...detail },
      evidence: 'security scheme at /components/securitySchemes/one',
      confidence,
    },
  ]);
});

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

test.each<[JsonObject, string[]]>([
  [{ type: 'string', enum: [jwtBearer] }, ['oauth2-jwt-bearer']],
  [{ type: 'string', description: `Always \`${jwtBearer}\`` }, ['oauth2-jwt-bearer']],
  [
    { type: 'string', enum: ['client_credentials', 'password', 'refresh_token'] },
    ['oauth2-client-credentials', 'oauth2-password'],
  ],
  [{ type: 'string' }, []],
])('the grants of a call for tokens: %o', (schema, kinds) => {
  const body = object({ grant_type: schema, assertion: text });
  const content = { 'application/x-www-form-urlencoded': { schema: body } };
  const { auth } = patternsOf({ '/oauth/token': { post: { requestBody: { content }, responses: {} } } });
  expect(auth).toStrictEqual(
    kinds.map((kind) => ({
      kind,
      detail: { calls: ['POST /oauth/token'] },
      evidence: 'values of grant_type at /paths/~1oauth~1token/post',
      confidence: 0.75,
    })),
  );
});
