import type { JsonObject } from '../../../core/json/json.ts';

const keyHeader =
  /^(?:x-)?(?:(?:[a-z\d]+-){0,4}(?:api|app|auth|access|user|secret|subscription|private)-?(?:key|token|secret)|api|apikey|apitoken|token)$/i;
const keyParameter = /^(?:api_?key|access_?token|auth_?token|app_?key|hapikey|appid|subscription-key)$/i;
const noAuth = /csrf|xsrf|cursor|page/i;

/** The security scheme that a header shows, told by its name and the first word of its value; null when it shows none. */
export function headerAuth(name: string, value: string): JsonObject | null {
  if (/^(?:proxy-)?authorization$/i.test(name)) {
    const scheme = value.trim().split(/\s+/, 1)[0]?.toLowerCase() ?? '';
    if (/^(?:bearer|basic|oauth|digest|hawk|negotiate)$/.test(scheme)) return { type: 'http', scheme };
    if (scheme.startsWith('aws4-')) return { type: 'http', scheme: 'aws4-hmac-sha256' };
    return { type: 'apiKey', in: 'header', name: 'Authorization' };
  }
  if (/^cookie$/i.test(name)) {
    const session = value
      .slice(0, 8_000)
      .split(';')
      .map((pair) => pair.split('=', 1)[0]?.trim() ?? '')
      .find((cookie) => /sess|sid$|auth|token|jwt/i.test(cookie) && !noAuth.test(cookie));
    return session === undefined ? null : { type: 'apiKey', in: 'cookie', name: session.slice(0, 100) };
  }
  return keyHeader.test(name) && !noAuth.test(name)
    ? { type: 'apiKey', in: 'header', name: name.slice(0, 100) }
    : null;
}

/** The same for a parameter in the address. */
export function parameterAuth(name: string): JsonObject | null {
  return keyParameter.test(name) ? { type: 'apiKey', in: 'query', name } : null;
}

/** The most telling of what a request shows: a header before a parameter, both before a cookie. */
export function strongestAuth(
  headers: readonly (readonly [string, string])[],
  query: readonly (readonly [string, string])[],
): JsonObject | null {
  const seen = [
    ...headers.map(([name, value]) => headerAuth(name, value)),
    ...query.map(([name]) => parameterAuth(name)),
  ].filter((scheme) => scheme !== null);
  return seen.find((scheme) => scheme['in'] !== 'cookie') ?? seen[0] ?? null;
}
