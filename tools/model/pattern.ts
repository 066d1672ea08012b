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
