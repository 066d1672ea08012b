import { z } from 'zod';
import { Approval, ConnectRequest } from '../connect-request.ts';
import { ConnectResult } from '../connect-result.ts';

/** One run as it is stored between processes. */
export const RunRecord = z.strictObject({
  id: z.string(),
  request: ConnectRequest,
  /** Directory of the caller: relative paths of the request are read against it; null where files may not be named. */
  cwd: z.string().nullable(),
  /** Digest of the local files the request names: a changed file makes another run. */
  inputs: z.string(),
  status: z.enum(['running', 'waiting', 'done', 'failed', 'rejected']),
  /** The yes that was given; null before. */
  approval: Approval.nullable(),
  /** The latest result; null before the first phase ended. */
  result: ConnectResult.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type RunRecord = z.infer<typeof RunRecord>;
