import { createHash } from 'node:crypto';
import { canonicalJson, RefusedError } from '../tools/core/index.ts';
import type { Approval } from './connect-request.ts';
import type { RunRecord } from './runs/run-record.ts';

/** A short name for what an approval says: the same word is the same job, another word is another one. */
export function approvalKey({ mapping, rows, matchKeys }: Approval): string {
  const said = canonicalJson({ mapping, rows, ...(matchKeys === undefined ? {} : { matchKeys }) });
  return createHash('sha256').update(said).digest('hex').slice(0, 12);
}

/**
 * Checks a yes against the run it is for. Throws `not_waiting`, `mapping_changed`, and `already_approved` when the
 * pull request of an earlier yes is open and this one says something else.
 */
export function checkApproval(run: RunRecord, approval: Approval): void {
  if (run.status === 'rejected' || (run.approval === null && run.status !== 'waiting')) {
    throw new RefusedError(
      'not_waiting',
      `Run ${run.id} is ${run.status}; it waits for no approval`,
      'Start it again with connect',
    );
  }
  const proposed = run.approval?.mapping ?? run.result?.mapping?.id ?? 'none';
  if (proposed !== approval.mapping) {
    throw new RefusedError(
      'mapping_changed',
      `The approval names ${approval.mapping}, and the run waits for ${proposed}`,
      'Look at the current mapping and approve that one',
    );
  }
  const delivered = run.status === 'done' && run.approval !== null;
  if (delivered && run.approval !== null && approvalKey(run.approval) !== approvalKey(approval)) {
    throw new RefusedError(
      'already_approved',
      `Run ${run.id} was approved with other decisions, and its pull request is open`,
      'Start it again with connect and decide there; the same pull request is updated',
    );
  }
}
