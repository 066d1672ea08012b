import { z } from 'zod';

/** A credential a connector needs: the name of its environment variable, never its value. */
export const Credential = z.strictObject({
  env: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  description: z.string(),
  secret: z.boolean().default(true),
});
export type Credential = z.infer<typeof Credential>;

/** How a request proves who it is. The credentials' order is the order in which each kind names them below. */
export const Auth = z.discriminatedUnion('kind', [
  /** [token] → `Authorization: Bearer …` */
  z.strictObject({ kind: z.literal('bearer'), credentials: z.array(Credential).length(1) }),
  /** [username, password] */
  z.strictObject({
    kind: z.literal('basic'),
    credentials: z.array(Credential).length(2),
    /** Appended to the username: Zendesk wants `agent@example.com/token`. */
    usernameSuffix: z.string().default(''),
  }),
  /** [key] → a header of its own. */
  z.strictObject({
    kind: z.literal('api-key'),
    header: z.string(),
    credentials: z.array(Credential).length(1),
  }),
  /** [clientId, clientSecret]; the token comes from `tokenPath` and is cached until it expires. */
  z.strictObject({
    kind: z.literal('oauth2-client-credentials'),
    tokenPath: z.string().startsWith('/'),
    scope: z.string().nullable().default(null),
    credentials: z.array(Credential).length(2),
  }),
  /** [account, consumerKey, consumerSecret, tokenId, tokenSecret]: OAuth 1.0a, HMAC-SHA256 (NetSuite TBA). */
  z.strictObject({ kind: z.literal('oauth1-tba'), credentials: z.array(Credential).length(5) }),
  z.strictObject({ kind: z.literal('none'), credentials: z.array(Credential).length(0) }),
]);
export type Auth = z.infer<typeof Auth>;
