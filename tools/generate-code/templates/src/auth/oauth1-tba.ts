import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Authorizer, RequestToAuthorize } from './authorizer.ts';

export interface TokenBasedCredentials {
  readonly account: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** OAuth 1.0a with HMAC-SHA256 (RFC 5849, section 3): every request is signed, nothing expires. */
export function tokenBasedAuth(
  credentials: TokenBasedCredentials,
  clock: Clock,
  nonce: () => string = randomUUID,
): Authorizer {
  const key = `${encode(credentials.consumerSecret)}&${encode(credentials.tokenSecret)}`;
  // The realm is the account id in its own spelling: 1234567_SB1 for the host 1234567-sb1.
  const realm = credentials.account.toUpperCase().replaceAll('-', '_');

  function sign(request: RequestToAuthorize): string {
    const oauth = {
      oauth_consumer_key: credentials.consumerKey,
      oauth_nonce: nonce(),
      oauth_signature_method: 'HMAC-SHA256',
      oauth_timestamp: String(Math.floor(clock.now() / 1000)),
      oauth_token: credentials.tokenId,
      oauth_version: '1.0',
    };
    const signature = createHmac('sha256', key).update(baseString(request, oauth)).digest('base64');
    const fields = Object.entries({ realm, ...oauth, oauth_signature: signature });
    return `OAuth ${fields.map(([name, value]) => `${name}="${encode(value)}"`).join(', ')}`;
  }

  return { headers: async (request) => ({ Authorization: sign(request) }), renew: () => false };
}

function baseString({ method, url }: RequestToAuthorize, oauth: Readonly<Record<string, string>>): string {
  const parameters = [...url.searchParams, ...Object.entries(oauth)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  return [method, `${url.origin}${url.pathname}`, parameters].map(encode).join('&');
}

/** Percent-encoding of RFC 3986, which is stricter than encodeURIComponent. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
