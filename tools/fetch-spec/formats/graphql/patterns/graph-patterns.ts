import type { EntitySummary, Patterns } from '../../../../model/index.ts';
import type { TypeRoles } from '../types/type-roles.ts';
import { bulkFindings } from './bulk-findings.ts';
import { deleteFindings } from './delete-findings.ts';
import { errorFindings } from './error-findings.ts';
import { idempotencyFindings } from './idempotency-findings.ts';
import { incrementalFindings } from './incremental-findings.ts';
import { paginationFindings } from './pagination-findings.ts';
import { rateLimitFindings } from './rate-limit-findings.ts';
import { webhookFindings } from './webhook-findings.ts';

/** The habits of a GraphQL API, as far as its schema shows them. Of authentication it says nothing. */
export function graphPatterns(roles: TypeRoles, entities: readonly EntitySummary[]): Patterns {
  return {
    auth: [],
    pagination: paginationFindings(roles),
    rateLimit: rateLimitFindings(roles),
    idempotency: idempotencyFindings(roles, entities),
    incremental: incrementalFindings(roles),
    deletes: deleteFindings(roles),
    bulk: bulkFindings(roles),
    webhooks: webhookFindings(roles),
    errors: errorFindings(roles),
  };
}
