import { arrayOf, isObject, type JsonObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Auth, Finding } from '../../../model/index.ts';
import type { HttpCall } from './http-call.ts';
import { grantFindings } from './patterns/auth/grant-findings.ts';
import { schemeFindings } from './patterns/auth/scheme-findings.ts';
import { undeclaredAuth } from './patterns/auth/undeclared-auth.ts';

interface Scheme {
  readonly name: string;
  readonly auth: Auth | null;
  readonly findings: readonly Finding[];
}

export interface ReadAuth {
  /** The scheme a connector should use; null when none can be used. */
  readonly auth: Auth | null;
  readonly findings: readonly Finding[];
}

const preference: readonly Auth['kind'][] = ['bearer', 'oauth2-client-credentials', 'api-key', 'basic'];

/**
 * Reads the security schemes; where there are none, what parameters and texts say. Those the document asks for everywhere
 * go first, then the ones simplest to use.
 */
export function readAuth(
  reader: SchemaReader,
  env: string,
  host: string,
  calls: readonly HttpCall[] = [],
): ReadAuth {
  const schemes = readSchemes(reader, env, host);
  if (schemes.length === 0) {
    const findings = undeclaredAuth(reader, calls);
    return {
      auth: findings.map((finding) => undeclared(finding, env)).find((auth) => auth !== null) ?? null,
      findings,
    };
  }
  const global = new Set(
    arrayOf(property(reader.document, 'security')).flatMap((requirement) =>
      Object.keys(objectOf(requirement)),
    ),
  );
  const isGlobal = ({ name }: Scheme) => global.size === 0 || global.has(name);
  const rank = (scheme: Scheme) =>
    (isGlobal(scheme) ? 0 : 10) + (scheme.auth === null ? 100 : preference.indexOf(scheme.auth.kind));
  const best = schemes.toSorted((a, b) => rank(a) - rank(b))[0];
  const ordered = schemes.toSorted((a, b) => Number(isGlobal(b)) - Number(isGlobal(a)));
  const declared = ordered.flatMap(({ findings }) => findings).slice(0, 30);
  // A scheme that only says "bearer" may have its token from a call of the description.
  const granted = grantFindings(reader, calls).filter(
    ({ kind }) => !declared.some((one) => one.kind === kind),
  );
  return { auth: best?.auth ?? null, findings: [...declared, ...granted] };
}

function readSchemes(reader: SchemaReader, env: string, host: string): Scheme[] {
  const located = reader.at('/components/securitySchemes');
  if (located === undefined || !isObject(located.node)) return [];
  return Object.keys(located.node)
    .slice(0, 100)
    .flatMap((name): Scheme[] => {
      const scheme = reader.resolve(reader.child(located, name));
      if (scheme === undefined || !isObject(scheme.node)) return [];
      const auth = authOf(scheme.node, env, host);
      return [{ name, auth, findings: schemeFindings(name, scheme.node, scheme.at) }];
    });
}

/** What a connector needs for a way that no scheme declares. */
function undeclared({ kind, detail, confidence }: Finding, env: string): Auth | null {
  if (confidence < 0.6) return null;
  const scheme =
    kind === 'bearer' || kind === 'basic' ? { type: 'http', scheme: kind } : { type: 'apiKey', ...detail };
  return kind === 'bearer' || kind === 'basic' || (kind === 'api-key' && detail['in'] === 'header')
    ? authOf(scheme, env, '')
    : null;
}

function authOf(scheme: JsonObject, env: string, host: string): Auth | null {
  const type = property(scheme, 'type');
  const token: Auth = {
    kind: 'bearer',
    credentials: [{ env: `${env}_ACCESS_TOKEN`, description: 'Access token', secret: true }],
  };
  if (type === 'openIdConnect') return token;
  if (type === 'oauth2') return clientCredentials(scheme, env, host) ?? token;
  if (type === 'http' || isAuthorization(scheme)) {
    const [way] = schemeFindings('', scheme, '');
    const kind = way?.kind;
    if (kind === 'bearer') return token;
    if (kind !== 'basic') return null;
    return {
      kind: 'basic',
      usernameSuffix: '',
      credentials: [
        { env: `${env}_USERNAME`, description: 'User name', secret: false },
        { env: `${env}_PASSWORD`, description: 'Password or API token', secret: true },
      ],
    };
  }
  const header = textOf(property(scheme, 'name'));
  if (type !== 'apiKey' || property(scheme, 'in') !== 'header' || header === null) return null;
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(header)) return null;
  return {
    kind: 'api-key',
    header,
    credentials: [{ env: `${env}_API_KEY`, description: `Value of the ${header} header`, secret: true }],
  };
}

/** A key in the Authorization header that is a bearer token or a basic login by its description. */
function isAuthorization(scheme: JsonObject): boolean {
  return /^(?:bearer|basic)$/.test(schemeFindings('', scheme, '')[0]?.kind ?? '');
}

/** OAuth 2.0 between servers, when the token comes from the API's own host. */
function clientCredentials(scheme: JsonObject, env: string, host: string): Auth | null {
  const flow = property(property(scheme, 'flows'), 'clientCredentials');
  const url = URL.parse(String(property(flow, 'tokenUrl') ?? ''), `https://${host.replaceAll(/[{}]/g, '')}`);
  if (flow === undefined || url === null) return null;
  const own = host
    .replaceAll(/\{[^}]*\}/g, '')
    .split('.')
    .slice(-2)
    .join('.');
  if (own === '' || !url.host.endsWith(own)) return null;
  return {
    kind: 'oauth2-client-credentials',
    tokenPath: url.pathname,
    scope: Object.keys(objectOf(property(flow, 'scopes'))).join(' ') || null,
    credentials: [
      { env: `${env}_CLIENT_ID`, description: 'Client id', secret: true },
      { env: `${env}_CLIENT_SECRET`, description: 'Client secret', secret: true },
    ],
  };
}
