import { z } from 'zod';

const limits = {
  limitParameter: z.string().nullable().default(null),
  /** Largest page the vendor allows; null when not known. */
  maxLimit: z.int().positive().nullable().default(null),
};

/** How a list goes on after its first page. `nextPath`, `hasMorePath`, … are dot paths in the response body. */
export const Pagination = z.discriminatedUnion('kind', [
  /** The response names the next cursor. */
  z.strictObject({
    kind: z.literal('cursor'),
    in: z.enum(['query', 'body']).default('query'),
    parameter: z.string(),
    nextPath: z.string(),
    hasMorePath: z.string().nullable().default(null),
    ...limits,
  }),
  /** The id of the last record is the next cursor (Stripe's `starting_after`). */
  z.strictObject({
    kind: z.literal('last-id'),
    parameter: z.string(),
    hasMorePath: z.string(),
    ...limits,
  }),
  /** The response holds the next page's URL. `nextPath` may select in a list of links: `links[rel=next].href`. */
  z.strictObject({ kind: z.literal('next-link'), nextPath: z.string(), ...limits }),
  /** RFC 8288 `Link: <…>; rel="next"`. */
  z.strictObject({ kind: z.literal('link-header'), rel: z.string().default('next'), ...limits }),
  z.strictObject({
    kind: z.literal('offset'),
    parameter: z.string(),
    hasMorePath: z.string().nullable().default(null),
    ...limits,
  }),
  z.strictObject({
    kind: z.literal('page'),
    parameter: z.string(),
    firstPage: z.int().default(1),
    hasMorePath: z.string().nullable().default(null),
    ...limits,
  }),
]);
export type Pagination = z.infer<typeof Pagination>;
