import type { JsonObject } from '../../../core/json/json.ts';
import { ValueProfile } from '../../../core/samples/value-profile.ts';
import type { Exchange } from './exchange.ts';
import { pathTemplate } from './path-template.ts';
import { isSecretParameter } from './secrets.ts';
import { seenIds } from './seen-ids.ts';
import { rowsAsRecords } from './table-answers.ts';

/** What was seen of one method on one path. */
export interface ObservedCall {
  readonly request: ValueProfile;
  readonly responses: Map<string, { readonly profile: ValueProfile; readonly headers: Set<string> }>;
  readonly query: Map<string, ValueProfile>;
  count: number;
  form: boolean;
}

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * What was seen, by path and method. A path has placeholders, and after a `#` what is asked for where it serves several
 * kinds of records.
 */
export function observeCalls(exchanges: readonly Exchange[]): Map<string, Map<string, ObservedCall>> {
  const paths = new Map<string, Map<string, ObservedCall>>();
  for (const [key, same] of groupExchanges(exchanges)) {
    const [method = '', path = ''] = key.split(/ (.*)/s);
    const calls = paths.get(path) ?? new Map<string, ObservedCall>();
    paths.set(path, calls);
    const call = newCall();
    calls.set(method.toLowerCase(), call);
    for (const exchange of same) observe(call, exchange);
  }
  return paths;
}

/** The exchanges by method and path: `GET /v1/contacts/{contactId}`, `POST /graphql#orders`. */
export function groupExchanges(exchanges: readonly Exchange[]): Map<string, Exchange[]> {
  const ids = seenIds(exchanges);
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    if (!methods.has(exchange.method)) continue;
    const about = exchange.about === null ? '' : `#${exchange.about}`;
    const key = `${exchange.method} ${pathTemplate(exchange.path, ids)}${about}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exchange]);
    else group.push(exchange);
  }
  return groups;
}

function newCall(): ObservedCall {
  return { request: new ValueProfile(), responses: new Map(), query: new Map(), count: 0, form: false };
}

function observe(call: ObservedCall, exchange: Exchange): void {
  call.count += 1;
  call.form ||= /x-www-form-urlencoded/i.test(exchange.requestType ?? '');
  if (exchange.requestBody !== undefined) call.request.add(exchange.requestBody);
  for (const [name, value] of exchange.query) {
    const profile = call.query.get(name) ?? new ValueProfile();
    call.query.set(name, profile);
    profile.add(
      isSecretParameter(name) ? '' : /^-?\d{1,15}$/.test(value) ? Number(value) : value.slice(0, 500),
    );
  }
  const status = exchange.status >= 100 && exchange.status <= 599 ? String(exchange.status) : '200';
  const answer = call.responses.get(status) ?? { profile: new ValueProfile(), headers: new Set<string>() };
  call.responses.set(status, answer);
  if (exchange.responseBody !== undefined) answer.profile.add(rowsAsRecords(exchange.responseBody));
  for (const header of exchange.responseHeaders) {
    if (/^[\w-]{1,100}$/.test(header) && !/cookie/i.test(header)) answer.headers.add(header);
  }
}

/** Security schemes that the requests show. */
export function seenSchemes(exchanges: readonly Exchange[]): JsonObject {
  const schemes = new Map<string, JsonObject>();
  for (const { auth } of exchanges) {
    const name = String(auth?.['scheme'] ?? auth?.['name'] ?? '');
    if (auth !== null && name !== '') schemes.set(name, auth);
  }
  return Object.fromEntries(schemes);
}
