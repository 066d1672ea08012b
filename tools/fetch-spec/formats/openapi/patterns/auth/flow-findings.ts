import { isObject, type JsonObject, objectOf, property, textOf } from '../../../../../core/json/json.ts';
import type { Finding } from '../../../../../model/index.ts';

type Found = Pick<Finding, 'kind' | 'detail'> & { readonly confidence?: number };

/** OpenAPI's names of the flows, and Swagger's. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['authorizationCode', 'oauth2-authorization-code'],
  ['accessCode', 'oauth2-authorization-code'],
  ['clientCredentials', 'oauth2-client-credentials'],
  ['application', 'oauth2-client-credentials'],
  ['password', 'oauth2-password'],
  ['implicit', 'oauth2-implicit'],
]);

/** The flows of an OAuth 2.0 scheme with their addresses and scopes; a JWT bearer grant only where the text names it. */
export function flowFindings(scheme: JsonObject): Found[] {
  const flows = objectOf(property(scheme, 'flows'));
  const single = property(scheme, 'flow');
  const all = typeof single === 'string' ? [[single, scheme] as const] : Object.entries(flows);
  const found = all.flatMap(([name, flow]): Found[] => {
    const kind = kinds.get(name);
    return kind === undefined || !isObject(flow) ? [] : [{ kind, detail: flowDetail(flow) }];
  });
  const text = `${textOf(property(scheme, 'description'))?.slice(0, 2_000) ?? ''} ${Object.keys(flows).join(' ').slice(0, 500)}`;
  if (/jwt.bearer|grant-type:jwt-bearer/i.test(text)) {
    found.push({ kind: 'oauth2-jwt-bearer', detail: {}, confidence: 0.7 });
  }
  return found;
}

function flowDetail(flow: JsonObject): Finding['detail'] {
  const url = (key: string) => textOf(property(flow, key))?.slice(0, 500) ?? null;
  return {
    authorizationUrl: url('authorizationUrl'),
    tokenUrl: url('tokenUrl'),
    scopes: Object.keys(objectOf(property(flow, 'scopes')))
      .slice(0, 100)
      .map((scope) => scope.slice(0, 200)),
  };
}
