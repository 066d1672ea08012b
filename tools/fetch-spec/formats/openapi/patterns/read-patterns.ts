import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { EntitySummary, Finding, Patterns } from '../../../model/index.ts';
import type { HttpCall } from '../http-call.ts';
import { deleteFindings, idempotencyFindings, incrementalFindings } from './from-parameters.ts';
import { bulkFindings, webhookFindings } from './from-paths.ts';
import { rateLimitFindings } from './rate-limit.ts';

/** The habits of an API as far as its document shows them; what was not seen is absent. */
export function readPatterns(
  reader: SchemaReader,
  calls: readonly HttpCall[],
  entities: readonly EntitySummary[],
  auth: readonly Finding[],
  errors: readonly Finding[],
): Patterns {
  return {
    auth: [...auth],
    pagination: paginationFindings(entities),
    rateLimit: rateLimitFindings(reader),
    idempotency: idempotencyFindings(calls),
    incremental: incrementalFindings(entities),
    deletes: deleteFindings(calls),
    bulk: bulkFindings(calls),
    webhooks: webhookFindings(reader, calls),
    errors: [...errors],
  };
}

/** The ways of paging, each once, with the lists that page so. */
function paginationFindings(entities: readonly EntitySummary[]): Finding[] {
  const found = new Map<string, { finding: Finding; lists: string[] }>();
  for (const { name, operations } of entities) {
    const list = operations.list ?? operations.search;
    if (list?.pagination === null || list === undefined) continue;
    const { kind, ...detail } = list.pagination;
    const key = JSON.stringify(list.pagination);
    const known = found.get(key);
    if (known !== undefined) known.lists.push(name);
    else {
      found.set(key, {
        lists: [name],
        finding: { kind, detail, evidence: `parameters and answer at ${list.at}`, confidence: 0.8 },
      });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.lists.length - a.lists.length)
    .slice(0, 10)
    .map(({ finding, lists }) => ({
      ...finding,
      detail: { ...finding.detail, entities: lists.slice(0, 20) },
    }));
}
