import type { Clock } from '../clock.ts';
import type { Http } from '../http.ts';
import { readPath, textAt } from '../json.ts';
import type { Authorizer } from './authorizer.ts';

/** Renewed this long before it ends, so that no request leaves with a token about to expire. */
const marginMs = 60_000;

export interface ClientCredentials {
  readonly tokenPath: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | null;
}

/** OAuth 2 client credentials. The token is cached, and asked for once however many requests wait for it. */
export function clientCredentials(credentials: ClientCredentials, http: Http, clock: Clock): Authorizer {
  let current: Promise<{ token: string; expiresAt: number }> | undefined;

  async function requestToken(): Promise<{ token: string; expiresAt: number }> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
    });
    if (credentials.scope !== null) form.set('scope', credentials.scope);
    const { body } = await http.send({
      method: 'POST',
      path: credentials.tokenPath,
      body: { type: 'application/x-www-form-urlencoded', text: form.toString() },
      idempotent: true,
    });
    const token = textAt(body, ['access_token']);
    if (token === undefined) throw new Error(`${credentials.tokenPath} answered without an access_token`);
    const seconds = Number(readPath(body, ['expires_in']) ?? Number.POSITIVE_INFINITY);
    return { token, expiresAt: clock.now() + seconds * 1000 - marginMs };
  }

  async function token(): Promise<string> {
    current ??= requestToken();
    const asked = current;
    try {
      const { token, expiresAt } = await asked;
      if (clock.now() < expiresAt) return token;
    } catch (error) {
      if (current === asked) current = undefined;
      throw error;
    }
    // Expired. The first caller to notice asks anew, the others wait for the same answer.
    if (current === asked) current = requestToken();
    return (await current).token;
  }

  return {
    headers: async () => ({ Authorization: `Bearer ${await token()}` }),
    renew: () => {
      current = undefined;
      return true;
    },
  };
}
