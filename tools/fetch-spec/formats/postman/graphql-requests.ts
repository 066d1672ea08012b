import { parse, type SelectionSetNode } from 'graphql';
import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
} from '../../../core/json/json.ts';
import { type Exchange, parseBody } from '../recording/exchange.ts';
import { perRootField } from '../recording/graphql-exchanges.ts';
import { withoutSecrets } from '../recording/secrets.ts';

const maxDepth = 20;
/** Fields under which GraphQL services keep lists of records. */
const lists = /^(?:nodes|edges|items|records|results|entries)$/;

/** The GraphQL calls of a collection, one for each root field; the answer is a saved one, or what the query asks for. */
export function graphqlExchanges(requests: readonly JsonObject[], baseUrl: string): Exchange[] {
  return requests.flatMap((item) => {
    const body = property(item['request'], 'body');
    if (property(body, 'mode') !== 'graphql') return [];
    const sent = objectOf(property(body, 'graphql'));
    const query = textOf(sent['query']) ?? '';
    const saved = arrayOf(item['response']).flatMap((one) => {
      const parsed = parseBody(textOf(property(one, 'body')) ?? '');
      return isObject(property(parsed, 'data')) ? [parsed] : [];
    });
    const answers = saved.length > 0 ? saved : [askedFor(query)];
    const variables = parseBody(textOf(sent['variables']) ?? '') ?? sent['variables'];
    return answers.flatMap((answer) =>
      answer === undefined
        ? []
        : perRootField({
            method: 'POST',
            origin: '',
            path: pathOf(item, baseUrl),
            about: null,
            query: [],
            auth: null,
            requestBody: withoutSecrets({ query, ...(isObject(variables) ? { variables } : {}) }),
            requestType: 'application/json',
            status: 200,
            responseBody: withoutSecrets(answer),
            responseHeaders: [],
          }),
    );
  });
}

/** The path behind the address of the server; of an address that is only a variable, the usual one. */
export function pathOf(item: JsonObject, baseUrl: string): string {
  const url = property(item['request'], 'url');
  const raw = (textOf(url) ?? textOf(property(url, 'raw')) ?? '').replace(/^\s*\{\{[^{}]*\}\}/, baseUrl);
  const path = URL.parse(raw, 'http://collection.invalid')?.pathname ?? '/';
  const prefix = (URL.parse(baseUrl)?.pathname ?? '/').replace(/\/$/, '');
  const behind = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
  return behind === '/' || path === prefix ? '/graphql' : behind;
}

/** The form of the answer to a query: values are unknown. Undefined for a text that is no query. */
function askedFor(query: string): Json | undefined {
  try {
    const [operation] = parse(query, { maxTokens: 20_000 }).definitions;
    return operation?.kind === 'OperationDefinition'
      ? { data: selected(operation.selectionSet, 0) }
      : undefined;
  } catch {
    return undefined;
  }
}

function selected({ selections }: SelectionSetNode, depth: number): JsonObject {
  if (depth >= maxDepth) return {};
  return Object.fromEntries(
    selections.flatMap((one): [string, Json][] => {
      if (one.kind !== 'Field') {
        return one.kind === 'InlineFragment'
          ? (Object.entries(selected(one.selectionSet, depth + 1)) as [string, Json][])
          : [];
      }
      const name = one.alias?.value ?? one.name.value;
      const inner = one.selectionSet === undefined ? null : selected(one.selectionSet, depth + 1);
      return [[name, isObject(inner) && lists.test(one.name.value) ? [inner] : inner]];
    }),
  );
}
