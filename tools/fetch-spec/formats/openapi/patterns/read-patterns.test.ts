import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../core/json/json.ts';
import { Patterns } from '../../../../model/index.ts';
import { describeOpenApi } from '../describe-openapi.ts';

const fixture = readFileSync(join(import.meta.dirname, '__fixtures__/harbour.openapi.yaml'), 'utf8');
const harbour = load(fixture) as JsonObject;

function patternsOf(document: JsonObject) {
  return describeOpenApi({ document, format: 'openapi-3.0', origin: '/x' }).patterns;
}

test('a whole API: every pattern with its details and where it was read', () => {
  const calls = ['GET /berths'];
  expect(patternsOf(harbour)).toStrictEqual({
    auth: [
      {
        kind: 'oauth2-authorization-code',
        detail: {
          scheme: 'login',
          authorizationUrl: 'https://harbour.example/auth',
          tokenUrl: 'https://harbour.example/token',
          scopes: ['read'],
        },
        evidence: 'security scheme at /components/securitySchemes/login',
        confidence: 0.95,
      },
      {
        kind: 'oauth2-client-credentials',
        detail: {
          scheme: 'login',
          authorizationUrl: null,
          tokenUrl: 'https://harbour.example/token',
          scopes: [],
        },
        evidence: 'security scheme at /components/securitySchemes/login',
        confidence: 0.95,
      },
      {
        kind: 'api-key',
        detail: { scheme: 'key', in: 'header', name: 'X-Harbour-Key' },
        evidence: 'security scheme at /components/securitySchemes/key',
        confidence: 0.95,
      },
    ],
    pagination: [
      {
        kind: 'cursor',
        detail: {
          parameter: 'after',
          in: 'query',
          nextPath: 'paging.next',
          hasMorePath: 'paging.has_more',
          limitParameter: 'limit',
          maxLimit: 250,
          stop: 'paging.has_more is false',
          lists: 1,
          entities: ['berth'],
          calls,
        },
        evidence: 'parameters and answer at /paths/~1berths/get',
        confidence: 0.85,
      },
    ],
    rateLimit: [
      {
        kind: 'too-many-requests',
        detail: {
          status: 429,
          retryAfterHeader: 'Retry-After',
          headers: ['Retry-After', 'X-RateLimit-Remaining'],
        },
        evidence: 'answer at /paths/~1berths/get/responses/429',
        confidence: 0.95,
      },
      {
        kind: 'documented-limit',
        detail: { requests: 120, per: 'minute', seconds: 60, scope: 'api' },
        evidence: '“Calls are limited to 120 requests per minute.” at /info/description',
        confidence: 0.75,
      },
    ],
    idempotency: [
      {
        kind: 'idempotency-key',
        detail: { header: 'Idempotency-Key', calls: ['POST /berths'] },
        evidence: 'header parameter Idempotency-Key at /paths/~1berths/post',
        confidence: 0.95,
      },
      {
        kind: 'external-id-upsert',
        detail: { parameter: null, calls: ['POST /berths/batch/upsert'] },
        evidence: 'call at /paths/~1berths~1batch~1upsert/post',
        confidence: 0.85,
      },
    ],
    incremental: [
      {
        kind: 'updated-since-filter',
        detail: { parameter: 'updated_since', in: 'query', format: 'epoch-ms', entities: ['berth'], calls },
        evidence: 'query parameter updated_since at /paths/~1berths/get',
        confidence: 0.85,
      },
      {
        kind: 'sort-by-updated',
        detail: { parameter: 'sort', value: 'updated_at' },
        evidence: 'parameter sort at /paths/~1berths/get',
        confidence: 0.65,
      },
    ],
    deletes: [
      {
        kind: 'deleted-list',
        detail: { calls: ['GET /berths/deleted'] },
        evidence: 'path at /paths/~1berths~1deleted/get',
        confidence: 0.85,
      },
      {
        kind: 'deleted-filter',
        detail: { parameter: 'include_deleted', calls },
        evidence: 'parameter include_deleted at /paths/~1berths/get',
        confidence: 0.8,
      },
      {
        kind: 'archived-flag',
        detail: { field: 'archived', entities: ['berth'], fields: ['archived'] },
        evidence: 'field at /components/schemas/Berth/properties/archived',
        confidence: 0.65,
      },
    ],
    bulk: [
      {
        kind: 'batch-calls',
        detail: { maxRecords: 250, calls: ['POST /berths/batch/upsert'] },
        evidence: 'call at /paths/~1berths~1batch~1upsert/post',
        confidence: 0.9,
      },
      {
        kind: 'async-job',
        detail: { calls: ['POST /imports'] },
        evidence: 'call at /paths/~1imports/post',
        confidence: 0.7,
      },
    ],
    webhooks: [
      {
        kind: 'subscription-calls',
        detail: { calls: ['POST /webhooks'] },
        evidence: 'call at /paths/~1webhooks/post',
        confidence: 0.85,
      },
      {
        kind: 'signature',
        detail: { header: 'X-Harbour-Signature', algorithm: 'hmac-sha256' },
        evidence:
          '“Every delivery of a webhook carries an `X-Harbour-Signature` header: an HMAC SHA-256 of its body.” at /info/description',
        confidence: 0.7,
      },
    ],
    errors: [
      {
        kind: 'json-body',
        detail: {
          message: 'error.message',
          code: 'error.code',
          mediaType: 'application/json',
          statuses: ['400', 'default'],
          answers: 2,
        },
        evidence: 'error answer at /components/responses/Error',
        confidence: 0.85,
      },
    ],
  });
});

test('an empty document and one of silent calls show nothing', () => {
  const nothing = Patterns.parse({});
  expect(patternsOf({ openapi: '3.0.0' })).toStrictEqual(nothing);
  const get = {
    responses: { 200: { content: { 'application/json': { schema: { type: 'array', items: {} } } } } },
  };
  expect(patternsOf({ openapi: '3.0.0', paths: { '/piers': { get } } })).toStrictEqual(nothing);
});

/** Places of everything in a document. */
function places(node: unknown, before: readonly string[] = []): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [before];
  return [before, ...Object.entries(node).flatMap(([key, inner]) => places(inner, [...before, key]))];
}
const all = places(harbour).filter((place) => place.length > 0);

function damaged(place: readonly string[], change: (parent: Record<string, unknown>, key: string) => void) {
  const copy = structuredClone(harbour);
  let node: unknown = copy;
  for (const step of place.slice(0, -1)) node = (node as Record<string, unknown>)[step];
  change(node as Record<string, unknown>, place.at(-1) ?? '');
  return copy;
}

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    { $ref: '#/components/schemas/Berth' },
    { $ref: '#' },
    ['__proto__', 'constructor'],
    { __proto__: null, constructor: { type: 'integer' }, toString: 1 },
    Number.MAX_SAFE_INTEGER,
    'x'.repeat(200_000),
    'max '.repeat(50_000),
    '1 to '.repeat(50_000),
    '10 requests '.repeat(20_000),
    'x-'.repeat(50_000),
    'a.'.repeat(50_000),
    '<'.repeat(50_000),
    'rate limit 429 webhook signature hmac batch 1 '.repeat(5_000),
  ),
);

test('whatever stands anywhere, the patterns are read without a throw and stay small', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), hostile, (place, value) => {
      const document = damaged(place, (parent, key) => {
        parent[key] = value;
      });
      const patterns = patternsOf(document);
      expect(Patterns.safeParse(patterns).error).toBeUndefined();
      expect(JSON.stringify(patterns).length).toBeLessThan(600_000);
    }),
    { numRuns: 200, seed: 11 },
  );
});

test('a part that is missing or under a hostile name takes nothing else with it', () => {
  const names = fc.constantFrom('__proto__', 'constructor', 'a"\n\'`$(x)', ' ', 'é'.repeat(10_000));
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.option(names), (place, name) => {
      const document = damaged(place, (parent, key) => {
        const value = parent[key];
        delete parent[key];
        if (name !== null) Object.defineProperty(parent, name, { value, enumerable: true });
      });
      expect(Patterns.safeParse(patternsOf(document)).error).toBeUndefined();
    }),
    { numRuns: 200, seed: 12 },
  );
});
