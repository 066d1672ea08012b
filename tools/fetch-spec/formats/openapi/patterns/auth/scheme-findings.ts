import { isObject, type JsonObject, property, textOf } from '../../../../../core/json/json.ts';
import type { Finding } from '../../../../../model/index.ts';
import { plainName } from '../name-words.ts';
import { flowFindings } from './flow-findings.ts';

type Found = Pick<Finding, 'kind' | 'detail'> & { readonly confidence?: number };

/** The ways of authentication that one security scheme declares: one, or one for each OAuth flow. */
export function schemeFindings(name: string, scheme: JsonObject, at: string): Finding[] {
  return waysOf(scheme).map(({ kind, detail, confidence = 0.95 }) => ({
    kind,
    detail: { scheme: name.slice(0, 100), ...detail },
    evidence: `security scheme at ${at}`,
    confidence,
  }));
}

function waysOf(scheme: JsonObject): Found[] {
  switch (String(property(scheme, 'type') ?? '').toLowerCase()) {
    case 'oauth2':
      return flowFindings(scheme);
    case 'openidconnect':
      return [{ kind: 'openid-connect', detail: { url: short(scheme, 'openIdConnectUrl') } }];
    case 'mutualtls':
      return [{ kind: 'mutual-tls', detail: {} }];
    case 'http':
    case 'basic':
      return httpWay(scheme);
    case 'apikey':
      return [keyWay(scheme)];
    default:
      return [];
  }
}

/** Nothing where an `http` scheme does not say which. */
function httpWay(scheme: JsonObject): Found[] {
  const basic = property(scheme, 'type') === 'basic';
  const kind = basic ? 'basic' : (short(scheme, 'scheme') ?? '').trim().toLowerCase().slice(0, 40);
  if (kind === '') return [];
  // The registered names of HTTP schemes; OAuth there means 1.0.
  if (kind === 'oauth') return [{ kind: 'oauth1', detail: {} }];
  if (/^aws/.test(kind)) return [{ kind: 'aws-sigv4', detail: {} }];
  const format = short(scheme, 'bearerFormat');
  return [{ kind, detail: kind === 'bearer' && format !== null ? { bearerFormat: format } : {} }];
}

/** A key in a header, the query or a cookie; the Authorization header may hold something else. */
function keyWay(scheme: JsonObject): Found {
  const place = short(scheme, 'in')?.slice(0, 20) ?? null;
  const name = short(scheme, 'name') ?? '';
  const text = (short(scheme, 'description') ?? '').toLowerCase();
  const gateway = String(property(scheme, 'x-amazon-apigateway-authtype') ?? '');
  const detail = { in: place, name: name === '' ? null : name };
  if (/sigv4/i.test(gateway) || /\baws.?(?:signature|sig).?v?4\b/.test(text))
    return { kind: 'aws-sigv4', detail };
  if (place === 'cookie')
    return { kind: /session|sid|auth|token/.test(plainName(name)) ? 'session' : 'api-key', detail };
  if (place === 'header' && name.toLowerCase() === 'authorization') {
    if (/\bbearer\b|\bjwt\b/.test(text)) return { kind: 'bearer', detail, confidence: 0.85 };
    if (/\bbasic\b/.test(text)) return { kind: 'basic', detail, confidence: 0.85 };
    if (/\boauth ?1|oauth_consumer_key/.test(text)) return { kind: 'oauth1', detail, confidence: 0.85 };
  }
  // A key, but not known under which name it is sent, or where.
  return name === '' || place === null
    ? { kind: 'api-key', detail, confidence: 0.5 }
    : { kind: 'api-key', detail };
}

/** A text of a scheme, cut; null when there is none. */
function short(scheme: JsonObject, key: string): string | null {
  return textOf(property(isObject(scheme) ? scheme : {}, key))?.slice(0, 500) ?? null;
}
