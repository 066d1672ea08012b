import { z } from 'zod';
import { Auth, Credential } from './auth.ts';

/** How to reach one system: what a generated client needs besides its operations. */
export const Api = z.strictObject({
  /** `https://api.hubapi.com`, or with `{placeholders}` that `variables` fill: no path, operations carry it. */
  baseUrl: z.string(),
  variables: z.array(z.strictObject({ name: z.string(), ...Credential.shape })).default([]),
  /** What a call is made of: `rest` also stands for OData. */
  protocol: z.enum(['rest', 'graphql', 'soap', 'grpc', 'events']).default('rest'),
  auth: Auth.default({ kind: 'none', credentials: [] }),
  /** Requests per second a polite client stays under; null when the vendor states none. */
  requestsPerSecond: z.number().positive().nullable().default(null),
  /** Dot paths in an error body. */
  errors: z
    .strictObject({ message: z.string().nullable(), code: z.string().nullable() })
    .default({ message: null, code: null }),
  /** Response header that carries the vendor's request id. */
  requestIdHeader: z.string().nullable().default(null),
  /** Request header for idempotency keys (Stripe's `Idempotency-Key`). */
  idempotencyHeader: z.string().nullable().default(null),
  docs: z.string().nullable().default(null),
});
export type Api = z.infer<typeof Api>;
