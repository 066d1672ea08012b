import { isObject, type Json } from '../../../core/json/json.ts';
import type { Exchange } from './exchange.ts';

/** How one recorded call went on from another, as their values show. */
export interface SeenPaging {
  readonly kind: 'cursor' | 'next-link' | 'offset' | 'page' | 'graphql-connection';
  /** Query parameter, or dot path in the body. */
  readonly parameter: string | null;
  readonly in: 'query' | 'body';
  /** Dot path in the answer; null where the next value is counted. */
  readonly nextPath: string | null;
  readonly firstValue: number | null;
}

interface Value {
  readonly path: string;
  readonly in: 'query' | 'body';
  readonly text: string;
}

/** Most pairs of calls that are compared. */
const maxPairs = 200;

/** The paging that calls of one method on one path show, in the order in which they were recorded. */
export function seenPaging(exchanges: readonly Exchange[]): SeenPaging | undefined {
  for (const [index, next] of exchanges.slice(1, maxPairs).entries()) {
    const before = exchanges[index];
    if (before === undefined) continue;
    const found = followed(before, next);
    if (found !== undefined) return found;
  }
  return connection(exchanges);
}

function followed(before: Exchange, next: Exchange): SeenPaging | undefined {
  const answers = scalarsOf(before.responseBody, '', 0);
  const link = answers.find(({ text }) => isAddressOf(text, next));
  if (link !== undefined) {
    return { kind: 'next-link', parameter: null, in: 'query', nextPath: link.path, firstValue: null };
  }
  const sentBefore = new Map(inputsOf(before).map((input) => [`${input.in} ${input.path}`, input.text]));
  const changed = inputsOf(next).filter(
    (input) => sentBefore.get(`${input.in} ${input.path}`) !== input.text,
  );
  for (const input of changed) {
    if (/^-?\d{1,9}$/.test(input.text)) continue;
    const source = answers.find(
      ({ text, path }) => text === input.text && !/(?:^|\.)(?:prev|first|self)/i.test(path),
    );
    if (source !== undefined) {
      return { kind: 'cursor', parameter: input.path, in: input.in, nextPath: source.path, firstValue: null };
    }
  }
  return changed.length === 1 ? counted(changed[0], sentBefore, next) : undefined;
}

/** A number that grows: by one it is a page, by the size of a page it is an offset. */
function counted(
  input: Value | undefined,
  sentBefore: ReadonlyMap<string, string>,
  next: Exchange,
): SeenPaging | undefined {
  if (input === undefined || !/^\d{1,9}$/.test(input.text)) return undefined;
  const earlier = sentBefore.get(`${input.in} ${input.path}`);
  const shared = { parameter: input.path, in: input.in, nextPath: null };
  const step = Number(input.text) - Number(earlier ?? 0);
  const named = (pattern: RegExp) => pattern.test(input.path.slice(input.path.lastIndexOf('.') + 1));
  if (step === 1 && earlier !== undefined && named(/page|^p$/i)) {
    return { kind: 'page', ...shared, firstValue: Number(earlier) <= 1 ? Number(earlier) : null };
  }
  const isSize = inputsOf(next).some(
    ({ path, text }) =>
      path !== input.path && text === String(step) && /limit|size|count|top|max|per_?page/i.test(path),
  );
  return step > 1 &&
    (isSize || named(/offset|skip|start/i)) &&
    named(/offset|skip|start|from|index|position/i)
    ? { kind: 'offset', ...shared, firstValue: earlier === undefined || earlier === '0' ? 0 : null }
    : undefined;
}

/** Relay's `pageInfo` in an answer of GraphQL. */
function connection(exchanges: readonly Exchange[]): SeenPaging | undefined {
  const all = exchanges.flatMap(({ responseBody }) => scalarsOf(responseBody, '', 0));
  const next = all.find(({ path }) => /^data\..*\.?pageInfo\.(?:endCursor|hasNextPage)$/.test(path))?.path;
  if (next === undefined) return undefined;
  const variable = exchanges
    .flatMap((exchange) => inputsOf(exchange))
    .find(({ path }) => /^variables\.\w*(?:after|cursor)$/i.test(path));
  return {
    kind: 'graphql-connection',
    parameter: variable?.path.slice('variables.'.length) ?? null,
    in: 'body',
    nextPath: next.replace(/hasNextPage$/, 'endCursor'),
    firstValue: null,
  };
}

function inputsOf({ query, requestBody }: Exchange): Value[] {
  return [
    ...query.map(([path, text]) => ({ path, text, in: 'query' as const })),
    ...scalarsOf(requestBody, '', 0).map((value) => ({ ...value, in: 'body' as const })),
  ];
}

/** Texts and numbers outside of lists. */
function scalarsOf(value: Json | undefined, path: string, depth: number): Value[] {
  if (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && value !== '')
  ) {
    return path === '' ? [] : [{ path, text: String(value), in: 'body' }];
  }
  if (!isObject(value) || depth > 5) return [];
  return Object.entries(value)
    .slice(0, 200)
    .flatMap(([name, inner]) => {
      const step = name.replaceAll('.', '\\.');
      return scalarsOf(inner, path === '' ? step : `${path}.${step}`, depth + 1);
    });
}

/** Is a text the address of the call, with all its parameters? */
function isAddressOf(text: string, { origin, path, query }: Exchange): boolean {
  if (!text.includes('?') || !/^(?:https?:\/\/|\/)/.test(text) || query.length === 0) return false;
  const url = URL.parse(text, origin === '' ? 'http://recorded.invalid' : origin);
  if (url === null || !url.pathname.endsWith(path)) return false;
  const wanted = new Map(query);
  return (
    url.searchParams.size === wanted.size &&
    [...url.searchParams].every(([name, value]) => wanted.get(name) === value)
  );
}
