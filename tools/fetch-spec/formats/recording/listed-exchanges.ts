import {
  arrayOf,
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  property,
  textOf,
} from '../../../core/json/json.ts';
import { type Exchange, parseBody } from './exchange.ts';
import { withoutSecrets } from './secrets.ts';
import { strongestAuth } from './seen-auth.ts';

const maxExchanges = 5_000;
/** A base for paths without a host, which no recording can have. */
const noHost = 'recorded.invalid';

/** Is it a line of a recording: `{method, path, status, response}`? */
export function isListedExchange(line: unknown): line is JsonObject {
  return (
    isObject(line) &&
    typeof line['method'] === 'string' &&
    /^[a-z]{3,7}$/i.test(line['method']) &&
    typeof (line['path'] ?? line['url'] ?? line['uri']) === 'string' &&
    Object.hasOwn(line, 'response')
  );
}

/** A list of `{method, path, request, status, response}`, as mock servers and test recorders keep them. */
export function listedExchanges(value: Json): Exchange[] {
  return arrayOf(value).slice(0, maxExchanges).filter(isListedExchange).flatMap(exchangeOf);
}

function exchangeOf(line: JsonObject): Exchange[] {
  const method = textOf(line['method'])?.toUpperCase();
  const address = textOf(line['path']) ?? textOf(line['url']) ?? textOf(line['uri']);
  if (method === undefined || address === null) return [];
  // nock keeps the host apart.
  const scope = textOf(line['scope']) ?? textOf(line['baseUrl']) ?? textOf(line['host']) ?? '';
  const url = URL.parse(address, /^https?:/.test(scope) ? scope : `http://${noHost}`);
  if (url === null) return [];
  const request = objectOf(line['request']);
  const query = [
    ...url.searchParams,
    ...Object.entries(objectOf(request['params'] ?? request['query'] ?? line['query'])).map(
      ([name, inner]) => [name, typeof inner === 'string' ? inner : JSON.stringify(inner)] as const,
    ),
  ];
  const headers = Object.entries(objectOf(request['headers'] ?? line['headers'])).map(
    ([name, inner]) => [name, typeof inner === 'object' ? JSON.stringify(inner) : String(inner)] as const,
  );
  const requestType = headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? null;
  const requestBody = bodyOf(request['body'] ?? request['data'] ?? line['body'], requestType);
  const response = line['response'];
  const responseBody = bodyOf(answerOf(response), null);
  const answerHeaders = property(response, 'headers') ?? line['responseHeaders'] ?? line['response_headers'];
  const told = line['status'] ?? property(response, 'status') ?? 200;
  const status = typeof told === 'object' ? 200 : Number(told);
  return [
    {
      method,
      origin: url.hostname === noHost ? '' : url.origin,
      path: url.pathname,
      about: null,
      query,
      auth: strongestAuth(headers, query),
      requestBody: requestBody === undefined ? undefined : withoutSecrets(requestBody),
      requestType,
      status: Number.isInteger(status) ? status : 200,
      responseBody: responseBody === undefined ? undefined : withoutSecrets(responseBody),
      responseHeaders: Object.keys(objectOf(answerHeaders)),
    },
  ];
}

/** Some recorders keep the body inside of the answer, beside its status. */
function answerOf(response: Json | undefined): Json | undefined {
  const wrapped =
    isObject(response) &&
    Object.hasOwn(response, 'body') &&
    Object.keys(response).every((name) =>
      /^(?:status|statusCode|statusText|headers|body|time|size)$/.test(name),
    );
  return wrapped ? response['body'] : response;
}

function bodyOf(body: Json | undefined, type: string | null): Json | undefined {
  if (typeof body === 'string') return parseBody(body, type) ?? fromBase64(body);
  return isObject(body) || Array.isArray(body) ? body : undefined;
}

/** A body that was kept as base 64, when there is JSON in it. */
function fromBase64(text: string): Json | undefined {
  // `{"` and `[{` begin so.
  return /^(?:eyJ|ey\w|W3si|Wz)[\w+/=\s]+$/.test(text.slice(0, 200)) && /^[\w+/\s]+=*\s*$/.test(text)
    ? parseBody(Buffer.from(text, 'base64').toString('utf8'))
    : undefined;
}
