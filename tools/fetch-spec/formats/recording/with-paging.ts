import { objectOf } from '../../../core/json/json.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import {
  type ApiDescription,
  type EntitySummary,
  type Finding,
  type Operation,
  Pagination,
} from '../../../model/index.ts';
import { type HttpCall, readCalls } from '../openapi/http-call.ts';
import { scalarsOf } from '../openapi/operations/response-path.ts';
import { plainName } from '../openapi/patterns/name-words.ts';
import { pagingInputs } from '../openapi/patterns/pagination/paging-inputs.ts';
import { hasMoreName } from '../openapi/patterns/pagination/paging-names.ts';
import { pagingOf } from '../openapi/patterns/pagination/paging-of.ts';
import { bodyInputs, parameterInputs } from '../openapi/patterns/request-properties.ts';
import type { Exchange } from './exchange.ts';
import { type SeenPaging, seenPaging } from './seen-paging.ts';

/** One list, how it pages, and how sure that is. */
interface ListPaging {
  readonly kind: string;
  readonly detail: Finding['detail'];
  readonly confidence: number;
  readonly pagination: Pagination | null;
}

/**
 * A description with the paging that its recorded calls show by their values: what the next call sent stood in the answer
 * before. That goes before what the names of parameters suggest. `callsAt` are the exchanges by path and method.
 */
export function withSeenPaging(
  description: ApiDescription,
  callsAt: ReadonlyMap<string, readonly Exchange[]>,
): ApiDescription {
  const reader = new SchemaReader(objectOf(description.document));
  const byPlace = new Map(readCalls(reader).map((call) => [call.at, call]));
  const findings: Finding[] = [];
  const told = new Set<string>();
  const changed = (entity: EntitySummary, operation: Operation): Operation => {
    const call = byPlace.get(operation.at);
    if (call === undefined || operation.answers !== 'records') return operation;
    const seen = seenPaging(callsAt.get(`${call.method} ${call.path}`) ?? []);
    const paging =
      seen === undefined
        ? pagingOf(reader, call, scalarsIn(reader, call, operation.responseAt))
        : detailed(seen, reader, call, operation.responseAt);
    if (paging === undefined) return operation;
    if (!told.has(call.at)) {
      told.add(call.at);
      findings.push(findingOf(paging, entity, operation, seen !== undefined));
    }
    return { ...operation, pagination: paging.pagination };
  };
  const entities = description.entities.map((entity) => ({
    ...entity,
    operations: Object.fromEntries(
      Object.entries(entity.operations).map(([kind, operation]) => [kind, changed(entity, operation)]),
    ),
  }));
  const names = new Set(findings.flatMap(({ detail }) => detail['calls'] as string[]));
  const others = description.patterns.pagination.filter(
    ({ detail }) =>
      !(
        Array.isArray(detail['calls']) &&
        detail['calls'].every((call) => names.has(String(call).split('#', 1)[0] ?? ''))
      ),
  );
  return {
    ...description,
    entities,
    patterns: { ...description.patterns, pagination: [...merged(findings), ...others].slice(0, 10) },
  };
}

function scalarsIn(reader: SchemaReader, call: HttpCall, recordsAt: string) {
  return call.response === undefined ? [] : scalarsOf(reader, call.response.schema, recordsAt);
}

/** What values showed, with what names say of the rest: the size of a page, when to stop. */
function detailed(seen: SeenPaging, reader: SchemaReader, call: HttpCall, recordsAt: string): ListPaging {
  const scalars = scalarsIn(reader, call, recordsAt);
  const named = pagingOf(reader, call, scalars)?.detail;
  const inputs = pagingInputs(reader, [...parameterInputs(call), ...bodyInputs(reader, call)]);
  const limitParameter = inputs.limit?.name ?? null;
  const hasMorePath = scalars.find(({ name }) => hasMoreName.test(plainName(name)))?.path ?? null;
  const counted = named !== undefined && named['parameter'] === seen.parameter ? named['stop'] : undefined;
  const stop =
    hasMorePath !== null
      ? `${hasMorePath} is false`
      : seen.nextPath !== null
        ? `${seen.nextPath} is absent or empty`
        : (counted ?? `a page has fewer records than ${limitParameter ?? 'the page before'}`);
  const shared = { limitParameter, maxLimit: null, stop };
  const sent = { parameter: seen.parameter, in: seen.in, hasMorePath };
  const detail: Finding['detail'] =
    seen.kind === 'next-link'
      ? { nextPath: seen.nextPath, ...shared }
      : seen.nextPath === null
        ? { ...sent, firstValue: seen.firstValue, ...shared }
        : { ...sent, nextPath: seen.nextPath, ...shared };
  return {
    kind: seen.kind,
    detail,
    confidence: 0.9,
    pagination: usable(seen, { limitParameter, hasMorePath }),
  };
}

/** The same for the generator; null where it has no form for it. */
function usable(
  { kind, parameter, in: place, nextPath, firstValue }: SeenPaging,
  { limitParameter, hasMorePath }: { limitParameter: string | null; hasMorePath: string | null },
): Pagination | null {
  const limits = { limitParameter, maxLimit: null };
  if (kind === 'next-link' && nextPath !== null) return Pagination.parse({ kind, nextPath, ...limits });
  if (parameter === null || (place === 'body' && parameter.includes('.'))) return null;
  if (kind === 'cursor' && nextPath !== null) {
    return Pagination.parse({ kind, in: place, parameter, nextPath, hasMorePath, ...limits });
  }
  if (place === 'body') return null;
  if (kind === 'offset' && firstValue !== 1)
    return Pagination.parse({ kind, parameter, hasMorePath, ...limits });
  return kind === 'page'
    ? Pagination.parse({ kind, parameter, firstPage: firstValue ?? 1, hasMorePath, ...limits })
    : null;
}

function findingOf(
  paging: ListPaging,
  { name }: EntitySummary,
  { method, path, at }: Operation,
  seen: boolean,
): Finding {
  return {
    kind: paging.kind,
    detail: { ...paging.detail, lists: 1, entities: [name], calls: [`${method} ${path}`] },
    evidence: `${seen ? 'values of recorded calls' : 'parameters and answer'} at ${at}`,
    confidence: paging.confidence,
  };
}

/** Lists that page alike are one finding. */
function merged(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding>();
  for (const finding of findings) {
    const { kind, detail } = finding;
    const key = JSON.stringify([
      kind,
      detail['parameter'] ?? null,
      detail['in'] ?? null,
      kind === 'graphql-connection' ? null : (detail['nextPath'] ?? null),
    ]);
    const known = groups.get(key);
    groups.set(key, known === undefined ? finding : joined(known, finding));
  }
  return [...groups.values()].toSorted((a, b) => Number(b.detail['lists']) - Number(a.detail['lists']));
}

function joined(known: Finding, other: Finding): Finding {
  const list = (finding: Finding, key: string) => finding.detail[key] as string[];
  return {
    ...known,
    detail: {
      ...known.detail,
      lists: Number(known.detail['lists']) + 1,
      entities: [...list(known, 'entities'), ...list(other, 'entities')].slice(0, 20),
      calls: [...new Set([...list(known, 'calls'), ...list(other, 'calls')])].slice(0, 5),
    },
    confidence: Math.max(known.confidence, other.confidence),
  };
}
