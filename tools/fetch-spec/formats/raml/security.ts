import { isObject, type Json, type JsonObject, objectOf, property } from '../../../core/json/json.ts';
import { scalarOf } from './declared.ts';
import { listOf } from './merge-raml.ts';

/** Flows of OAuth 2.0 by what RAML 1.0 and 0.8 call the grants. */
const flows: Readonly<Record<string, string>> = {
  authorization_code: 'authorizationCode',
  code: 'authorizationCode',
  implicit: 'implicit',
  token: 'implicit',
  password: 'password',
  owner: 'password',
  client_credentials: 'clientCredentials',
  credentials: 'clientCredentials',
};

/** RAML's security schemes as those of OpenAPI, by their name without the library's. */
export function securitySchemes(declared: ReadonlyMap<string, Json>): JsonObject {
  const schemes = new Map<string, JsonObject>();
  for (const [name, declaration] of declared) {
    const scheme = schemeOf(objectOf(declaration));
    const plain = schemeName(name);
    if (scheme !== null && !schemes.has(plain)) schemes.set(plain, scheme);
  }
  return Object.fromEntries(schemes);
}

/** `securedBy` as OpenAPI's `security`; undefined when nothing is said. */
export function securityOf(
  securedBy: Json | undefined,
  declared: ReadonlyMap<string, Json>,
): JsonObject[] | undefined {
  if (securedBy === undefined || securedBy === null) return undefined;
  return listOf(securedBy).flatMap((use): JsonObject[] => {
    // `null`: without authentication as well.
    if (use === null || use === 'null') return [{}];
    const [name, given] = isObject(use) ? (Object.entries(use)[0] ?? []) : [use];
    if (typeof name !== 'string' || !declared.has(name)) return [];
    const settings = property(declared.get(name), 'settings');
    const scopes = listOf(property(given, 'scopes') ?? property(settings, 'scopes'));
    return [{ [schemeName(name)]: scopes.filter((scope) => typeof scope === 'string') }];
  });
}

function schemeName(name: string): string {
  return name.replace(/^@\d+\./, '');
}

function schemeOf(declaration: JsonObject): JsonObject | null {
  const type = (scalarOf(declaration['type']) ?? '').toLowerCase();
  const text = scalarOf(declaration['description']);
  const description = text === null ? {} : { description: text };
  if (type === 'oauth 2.0')
    return { type: 'oauth2', ...description, flows: flowsOf(declaration['settings']) };
  if (type === 'oauth 1.0') return { type: 'http', scheme: 'oauth', ...description };
  const http = /^(basic|digest) authentication$/.exec(type)?.[1];
  if (http !== undefined) return { type: 'http', scheme: http, ...description };
  // Pass Through and `x-…`: what is sent along tells what it is.
  const described = declaration['describedBy'];
  const [header] = Object.entries(objectOf(property(described, 'headers')));
  const [parameter] = Object.entries(objectOf(property(described, 'queryParameters')));
  const [name, about] = header ?? parameter ?? [];
  if (name === undefined) return null;
  const own = scalarOf(property(about, 'description'));
  const words = [text, own].filter((part) => part !== null).join(' ');
  return {
    type: 'apiKey',
    in: header === undefined ? 'query' : 'header',
    name: name.replace(/\?$/, ''),
    ...(words === '' ? {} : { description: words }),
  };
}

function flowsOf(settings: Json | undefined): JsonObject {
  const authorizationUrl = scalarOf(property(settings, 'authorizationUri'));
  const tokenUrl = scalarOf(property(settings, 'accessTokenUri'));
  const scopes = listOf(property(settings, 'scopes')).filter((scope) => typeof scope === 'string');
  const flow = {
    ...(authorizationUrl === null ? {} : { authorizationUrl }),
    ...(tokenUrl === null ? {} : { tokenUrl }),
    scopes: Object.fromEntries(scopes.map((scope) => [scope, ''])),
  };
  const grants = listOf(property(settings, 'authorizationGrants')).flatMap((grant) => {
    const key = String(grant);
    return Object.hasOwn(flows, key) ? [flows[key] ?? key] : [];
  });
  return Object.fromEntries([...new Set(grants)].map((name) => [name, flow]));
}
