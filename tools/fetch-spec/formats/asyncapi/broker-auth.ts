import { isObject, type JsonObject, objectOf, property } from '../../../core/json/json.ts';
import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Finding } from '../../../model/index.ts';
import { schemeFindings } from '../openapi/patterns/auth/scheme-findings.ts';

const maxSchemes = 50;
/** Kinds that only brokers have, and how they are called among our findings. */
const brokerKinds: Readonly<Record<string, { kind: string; mechanism: string }>> = {
  userPassword: { kind: 'basic', mechanism: 'user and password' },
  plain: { kind: 'basic', mechanism: 'SASL PLAIN' },
  scramSha256: { kind: 'basic', mechanism: 'SASL SCRAM-SHA-256' },
  scramSha512: { kind: 'basic', mechanism: 'SASL SCRAM-SHA-512' },
  X509: { kind: 'mutual-tls', mechanism: 'X.509 certificate' },
};

/** How a broker or server is logged in to, by the security schemes of the document. */
export function brokerAuth(reader: SchemaReader): Finding[] {
  const located = reader.at('/components/securitySchemes');
  return Object.keys(objectOf(located?.node))
    .slice(0, maxSchemes)
    .flatMap((name): Finding[] => {
      const scheme = located === undefined ? undefined : reader.resolve(reader.child(located, name));
      return scheme === undefined || !isObject(scheme.node) ? [] : findingsOf(name, scheme.node, scheme.at);
    });
}

function findingsOf(name: string, scheme: JsonObject, at: string): Finding[] {
  const type = String(property(scheme, 'type') ?? '');
  const known = Object.hasOwn(brokerKinds, type) ? brokerKinds[type] : undefined;
  if (known !== undefined) {
    return [
      {
        kind: known.kind,
        detail: { scheme: name.slice(0, 100), mechanism: known.mechanism },
        evidence: `security scheme at ${at}`,
        confidence: 0.95,
      },
    ];
  }
  if (type === 'httpApiKey') return schemeFindings(name, { ...scheme, type: 'apiKey' }, at);
  // The key is the user or the password of the connection.
  if (type === 'apiKey') {
    const place = String(property(scheme, 'in') ?? '').slice(0, 20);
    const detail = { scheme: name.slice(0, 100), in: place };
    return [{ kind: 'api-key', detail, evidence: `security scheme at ${at}`, confidence: 0.95 }];
  }
  if (type === 'oauth2') return schemeFindings(name, { ...scheme, flows: withScopes(scheme) }, at);
  return /^(?:http|openIdConnect)$/i.test(type) ? schemeFindings(name, scheme, at) : [];
}

/** 3.x calls the scopes of a flow `availableScopes`. */
function withScopes(scheme: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(property(scheme, 'flows'))).map(([name, flow]) => {
      const scopes = property(flow, 'availableScopes');
      return [name, scopes !== undefined && isObject(flow) ? { ...flow, scopes } : flow];
    }),
  );
}
