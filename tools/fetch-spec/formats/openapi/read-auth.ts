import { arrayOf, isObject, type JsonObject, objectOf, property, textOf } from '../../core/json/json.ts';
import type { SchemaReader } from '../../core/openapi/schema-reader.ts';
import type { Auth, Finding } from '../../model/index.ts';

interface Scheme {
  readonly name: string;
  readonly auth: Auth | null;
  readonly finding: Finding;
}

export interface ReadAuth {
  /** The scheme a connector should use; null when none can be used. */
  readonly auth: Auth | null;
  readonly findings: readonly Finding[];
}

const preference: readonly Auth['kind'][] = ['bearer', 'oauth2-client-credentials', 'api-key', 'basic'];

/** Reads the security schemes. Those the document asks for everywhere go first, then the ones simplest to use. */
export function readAuth(reader: SchemaReader, env: string, host: string): ReadAuth {
  const located = reader.at('/components/securitySchemes');
  if (located === undefined || !isObject(located.node)) return { auth: null, findings: [] };
  const global = new Set(
    arrayOf(property(reader.document, 'security')).flatMap((requirement) =>
      Object.keys(objectOf(requirement)),
    ),
  );
  const schemes = Object.keys(located.node).flatMap((name): Scheme[] => {
    const scheme = reader.resolve(reader.child(located, name));
    if (scheme === undefined || !isObject(scheme.node)) return [];
    const auth = authOf(scheme.node, env, host);
    return [{ name, auth, finding: findingOf(scheme.node, auth, scheme.at) }];
  });
  const rank = ({ name, auth }: Scheme) =>
    (global.size > 0 && !global.has(name) ? 10 : 0) + (auth === null ? 100 : preference.indexOf(auth.kind));
  const best = schemes.toSorted((a, b) => rank(a) - rank(b))[0];
  return { auth: best?.auth ?? null, findings: schemes.map(({ finding }) => finding) };
}

function authOf(scheme: JsonObject, env: string, host: string): Auth | null {
  const type = property(scheme, 'type');
  const token: Auth = {
    kind: 'bearer',
    credentials: [{ env: `${env}_ACCESS_TOKEN`, description: 'Access token', secret: true }],
  };
  if (type === 'openIdConnect') return token;
  if (type === 'oauth2') return clientCredentials(scheme, env, host) ?? token;
  if (type === 'http') {
    const kind = String(property(scheme, 'scheme') ?? '').toLowerCase();
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

function findingOf(scheme: JsonObject, auth: Auth | null, at: string): Finding {
  const kept = ['type', 'scheme', 'in', 'name', 'bearerFormat', 'openIdConnectUrl'];
  const detail = Object.fromEntries(Object.entries(scheme).filter(([key]) => kept.includes(key)));
  const flows = Object.keys(objectOf(property(scheme, 'flows')));
  return {
    kind: auth?.kind ?? String(property(scheme, 'type') ?? 'unknown').slice(0, 40),
    detail: flows.length > 0 ? { ...detail, flows } : detail,
    evidence: `security scheme at ${at}`,
    confidence: 0.9,
  };
}
