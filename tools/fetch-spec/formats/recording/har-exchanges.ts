import { arrayOf, isObject, type Json, property, textOf } from '../../../core/json/json.ts';
import { type Exchange, parseBody } from './exchange.ts';
import { withoutSecrets } from './secrets.ts';
import { strongestAuth } from './seen-auth.ts';

const maxEntries = 5_000;

/** The calls in a HAR 1.2 file that exchange data; pages, pictures and scripts that a browser fetched are left out. */
export function harExchanges(value: Json): Exchange[] {
  const all = arrayOf(property(property(value, 'log'), 'entries'))
    .slice(0, maxEntries)
    .flatMap(exchangeOf);
  const counts = new Map<string, number>();
  for (const { origin } of all) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  // The host with most calls first: it is the API's.
  return all.toSorted((a, b) => (counts.get(b.origin) ?? 0) - (counts.get(a.origin) ?? 0));
}

function exchangeOf(entry: Json): Exchange[] {
  const request = property(entry, 'request');
  const response = property(entry, 'response');
  const url = URL.parse(textOf(property(request, 'url')) ?? '');
  const method = textOf(property(request, 'method'))?.toUpperCase();
  if (url === null || method === undefined || !/^https?:$/.test(url.protocol)) return [];
  const posted = property(request, 'postData');
  const requestType = textOf(property(posted, 'mimeType'));
  const requestBody =
    parseBody(textOf(property(posted, 'text')) ?? '', requestType) ?? formOf(property(posted, 'params'));
  const content = property(response, 'content');
  const text = textOf(property(content, 'text')) ?? '';
  const responseBody = parseBody(
    property(content, 'encoding') === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text,
  );
  const isJson = /json/i.test(textOf(property(content, 'mimeType')) ?? '');
  if (responseBody === undefined && requestBody === undefined && !isJson && method === 'GET') return [];
  const query = [...url.searchParams];
  return [
    {
      method,
      origin: url.origin,
      path: url.pathname,
      about: null,
      query,
      auth: strongestAuth(pairsOf(property(request, 'headers')), query),
      requestBody: requestBody === undefined ? undefined : withoutSecrets(requestBody),
      requestType,
      status: Number(shown(property(response, 'status'))) || 0,
      responseBody: responseBody === undefined ? undefined : withoutSecrets(responseBody),
      responseHeaders: pairsOf(property(response, 'headers')).map(([name]) => name),
    },
  ];
}

function formOf(params: Json | undefined): Json | undefined {
  const pairs = pairsOf(params);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** HAR writes headers and parameters as lists of `{name, value}`. */
function pairsOf(list: Json | undefined): (readonly [string, string])[] {
  return arrayOf(list)
    .filter(isObject)
    .flatMap((pair) => {
      const name = textOf(pair['name']);
      return name === null ? [] : [[name, shown(pair['value'])] as const];
    });
}

/** A value of a header or parameter as text; objects have none. */
function shown(value: Json | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
