import type { SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { EntitySummary, Finding, Patterns } from '../../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { batchFindings } from './bulk/batch-findings.ts';
import { jobFindings } from './bulk/job-findings.ts';
import { deleteFindings } from './deletes/delete-findings.ts';
import { rankFindings } from './evidence.ts';
import { keyFindings } from './idempotency/key-findings.ts';
import { upsertFindings } from './idempotency/upsert-findings.ts';
import { incrementalFindings } from './incremental/incremental-findings.ts';
import { paginationFindings } from './pagination/pagination-findings.ts';
import { rateLimitFindings } from './rate-limit/rate-limit-findings.ts';
import { Survey } from './survey.ts';
import { webhookFindings } from './webhooks/webhook-findings.ts';

/** The habits of an API as far as its document shows them; what was not seen is absent. */
export function readPatterns(
  reader: SchemaReader,
  calls: readonly HttpCall[],
  entities: readonly EntitySummary[],
  auth: readonly Finding[],
  errors: readonly Finding[],
): Patterns {
  const survey = new Survey(reader, calls, entities);
  return {
    auth: [...auth],
    pagination: paginationFindings(survey),
    rateLimit: rateLimitFindings(survey),
    idempotency: rankFindings([...keyFindings(survey), ...upsertFindings(survey)]),
    incremental: incrementalFindings(survey),
    deletes: deleteFindings(survey),
    bulk: rankFindings([...batchFindings(survey), ...jobFindings(survey)]),
    webhooks: webhookFindings(survey),
    errors: [...errors],
  };
}
