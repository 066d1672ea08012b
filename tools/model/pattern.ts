import { z } from 'zod';

export const patternNames = [
  'auth',
  'pagination',
  'rateLimit',
  'idempotency',
  'incremental',
  'deletes',
  'bulk',
  'webhooks',
  'errors',
] as const;
export const PatternName = z.enum(patternNames);
export type PatternName = z.infer<typeof PatternName>;

/**
 * The kinds of findings that recognisers use, by pattern. `kind` stays open text, since a catalog file may know a habit that
 * is not listed here.
 */
export const findingKinds = {
  auth: [
    'api-key',
    'basic',
    'bearer',
    'oauth2-authorization-code',
    'oauth2-client-credentials',
    'oauth2-jwt-bearer',
    'oauth2-password',
    'oauth2-implicit',
    'oauth1',
    'openid-connect',
    'aws-sigv4',
    'mutual-tls',
    'session',
  ],
  /** `keyset`: the last record's own value is the next cursor (Stripe's `starting_after`). */
  pagination: [
    'cursor',
    'next-link',
    'link-header',
    'offset',
    'page',
    'keyset',
    'graphql-connection',
    'odata-next-link',
    'soap-search-more',
  ],
  rateLimit: ['too-many-requests', 'documented-limit', 'query-cost'],
  idempotency: ['idempotency-key', 'external-id-upsert', 'put'],
  incremental: [
    'updated-since-filter',
    'search-filter',
    'sort-by-updated',
    'sync-token',
    'modified-since-header',
  ],
  deletes: ['tombstones', 'deleted-list', 'deleted-filter', 'archived-flag'],
  bulk: ['batch-calls', 'async-job'],
  webhooks: ['declared', 'subscription-calls', 'signature'],
  errors: ['json-body', 'problem-json', 'graphql-errors', 'odata-error', 'soap-fault'],
} as const satisfies Record<PatternName, readonly string[]>;

/** One recognised habit of an API. What was not seen is absent: unknown stays unknown. */
export const Finding = z.strictObject({
  kind: z.string(),
  detail: z.record(z.string(), z.json()).default({}),
  evidence: z.string(),
  confidence: z.number().min(0).max(1),
});
export type Finding = z.infer<typeof Finding>;

const findings = z.array(Finding).default([]);
/** Always all nine keys, empty where nothing was found. */
export const Patterns = z.strictObject({
  auth: findings,
  pagination: findings,
  rateLimit: findings,
  idempotency: findings,
  incremental: findings,
  deletes: findings,
  bulk: findings,
  webhooks: findings,
  errors: findings,
});
export type Patterns = z.infer<typeof Patterns>;
