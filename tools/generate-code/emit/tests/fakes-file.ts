import { type Operation, type OperationKind, parsePath } from '../../../model/index.ts';
import type { Operations } from '../../plan/operations.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Side } from '../../plan/side.ts';
import { addsToLists } from '../../plan/sublists.ts';
import { systemsOf, variablesOf } from '../config-file.ts';
import { type GeneratedFile, generatedHeader } from '../generated-file.ts';
import { literal, stringList } from '../literal.ts';
import { unfilledFields } from '../unfilled-fields.ts';

/** `test/fakes.ts`: both APIs as their descriptions have them, for fake-api.ts to act out. */
export function emitFakes(plan: Plan): GeneratedFile {
  const { source, target } = plan;
  const recognises =
    plan.upsertKey !== null ||
    (plan.matchKey !== null && plan.writes.search !== undefined && plan.writes.update !== undefined);
  const content = `${generatedHeader}import { FakeApi, type FakeApiOptions } from './fake-api.ts';

export interface Fakes {
  readonly source: FakeApi;
  readonly target: FakeApi;
}

/** What the connector is configured with in tests. */
export const environment: Readonly<Record<string, string>> = ${literal(environment(plan))};

/** Whether records of the target can be found again without our own notes. */
export const recognises: boolean = ${recognises};
/** Whether the source's list has more than one page. */
export const listsPages: boolean = ${plan.reads.list?.pagination != null};
/** Whether the source is asked for what changed since the beginning of a day, not since a moment. */
export const changesByDay: boolean = ${plan.reads.changes?.since === 'date'};
/** Fields that ${target.brand} requires and the mapping does not fill. */
export const unfilledFields: readonly string[] = ${stringList(unfilledFields(plan).map((field) => field.path))};

/** Fields of ${target.brand} with a conflict rule: what is written to them depends on what is there. */
export const guardedFields: readonly string[] = ${stringList(Object.values(plan.guarded).flat())};

const ${source.configKey}Source: FakeApiOptions = ${literal(options(plan, source, plan.reads))};

const ${target.configKey}Target: FakeApiOptions = ${literal(options(plan, target, plan.writes))};

/** ${source.brand} and ${target.brand} in memory, both empty. */
export function createFakes(): Fakes {
  return { source: new FakeApi(${source.configKey}Source), target: new FakeApi(${target.configKey}Target) };
}
`;
  return { path: 'test/fakes.ts', content };
}

const host = (side: Side) => `https://${side.configKey.toLowerCase()}.test`;

/** Every variable of the configuration with a value that only tests use. */
export function environment(plan: Plan): Record<string, string> {
  return Object.fromEntries(
    systemsOf(plan).flatMap((side) => [
      [`${side.envPrefix}_BASE_URL`, host(side)],
      ...variablesOf(side)
        .filter(({ onlyForHost }) => !onlyForHost)
        .map(({ env }) => [env, `test-${env.toLowerCase().replaceAll('_', '-')}`]),
    ]),
  );
}

function options(plan: Plan, side: Side, operations: Operations): object {
  const { idField, updatedField, externalIdField, api, fields } = side.entity;
  const isTarget = side === plan.target;
  const settings = environment(plan);
  const settled = new Map(side.callSettings.map(({ name, env }) => [`{${name}}`, settings[env] ?? '']));
  const id = fields.find(({ path }) => path === idField);
  // A list and a search may share path and method: the calls with more to recognise them by come first.
  const order: readonly OperationKind[] = ['search', 'changes', 'list', 'get', 'create', 'update', 'upsert'];
  return {
    baseUrl: host(side),
    routes: order.flatMap((kind) => {
      const operation = operations[kind];
      return operation === undefined ? [] : [route(kind, operation, settled)];
    }),
    idPath: path(idField ?? ''),
    numericIds: (id?.wireType ?? id?.type) === 'integer' || (id?.wireType ?? id?.type) === 'number',
    updatedPath: updatedField === null ? null : path(updatedField),
    matchPath: isTarget && plan.matchKey !== null ? path(plan.matchKey) : null,
    externalIdPath: isTarget && plan.upsertKey !== null ? path(externalIdField ?? '') : null,
    requiredPaths: isTarget ? requiredPaths(side) : [],
    idempotencyHeader: isTarget ? api.idempotencyHeader : null,
    tokenPath: api.auth.kind === 'oauth2-client-credentials' ? api.auth.tokenPath : null,
  };
}

/** What a record cannot be created without; of a list, that it has an element. */
function requiredPaths({ entity }: Side): string[][] {
  const required = entity.fields.filter((field) => field.required).map((field) => field.path);
  return [...new Set(required.map((place) => place.replace(/\[\].*$/, '')))].map(path);
}

function route(kind: OperationKind, operation: Operation, settled: ReadonlyMap<string, string>): object {
  const { method, query, answers, requestAt, responseAt } = operation;
  return {
    kind,
    method,
    path: operation.path.replace(/\{[^{}]*\}/g, (part) => settled.get(part) ?? part),
    query,
    body: withoutCursor(operation),
    requestAt: path(requestAt),
    responseAt: path(responseAt),
    answers,
    addsToLists: addsToLists(operation),
    paging: paging(operation),
  };
}

/** What a call is recognised by is the same on every page. */
function withoutCursor({ body, pagination }: Operation): Operation['body'] {
  if (pagination?.kind !== 'cursor' || typeof body !== 'object' || body === null || Array.isArray(body))
    return body;
  const { [pagination.parameter]: _, ...rest } = body;
  return rest;
}

function paging({ pagination }: Operation): object | null {
  switch (pagination?.kind) {
    case undefined:
      return null;
    case 'cursor': {
      const { kind, parameter, nextPath, hasMorePath } = pagination;
      return {
        kind,
        inBody: pagination.in === 'body',
        parameter,
        nextPath: path(nextPath),
        hasMorePath: orNull(hasMorePath),
      };
    }
    case 'last-id':
      return {
        kind: pagination.kind,
        parameter: pagination.parameter,
        hasMorePath: path(pagination.hasMorePath),
      };
    case 'next-link':
      return { kind: pagination.kind, ...linkPlace(pagination.nextPath) };
    case 'link-header':
      return { kind: pagination.kind };
    case 'offset':
    case 'page': {
      const { kind, parameter, hasMorePath } = pagination;
      const first = pagination.kind === 'page' ? pagination.firstPage : 0;
      return { kind, parameter, first, hasMorePath: orNull(hasMorePath) };
    }
  }
}

function linkPlace(nextPath: string): object {
  const [, list, key, value, rest] = /^(.*)\[([^=\]]+)=([^\]]*)\]\.?(.*)$/.exec(nextPath) ?? [];
  if (list === undefined) return { nextPath: path(nextPath), inList: null };
  return { nextPath: path(rest ?? ''), inList: { list: path(list), key, value } };
}

function path(dotted: string): string[] {
  return dotted === '' ? [] : parsePath(dotted).map(({ name }) => name);
}

function orNull(dotted: string | null): string[] | null {
  return dotted === null ? null : path(dotted);
}
