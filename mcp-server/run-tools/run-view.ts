import { z } from 'zod';
import { Approval, ConnectRequest, ConnectResult, type RunRecord } from '../../agent/index.ts';

/** A stored run as clients see it: all but what belongs to the machine it was started on. */
export const RunView = z.strictObject({
  run: z.string(),
  status: z.enum(['running', 'waiting', 'done', 'failed', 'rejected']),
  request: ConnectRequest,
  approval: Approval.nullable(),
  result: ConnectResult.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type RunView = z.infer<typeof RunView>;

export function runView({ id, cwd: _cwd, inputs: _inputs, ...rest }: RunRecord): RunView {
  return { run: id, ...rest };
}
