import Anthropic from '@anthropic-ai/sdk';
import { OutsideError } from '../../tools/core/index.ts';

/** What a failed call to Claude means for the person who waits. */
export function modelFailed(cause: unknown): OutsideError {
  const status = cause instanceof Anthropic.APIError ? cause.status : undefined;
  const what = status === undefined ? 'cannot be reached' : `answered HTTP ${status}`;
  const hint =
    status === 401 || status === 403
      ? 'Check ANTHROPIC_API_KEY'
      : 'Try again, or use --planner deterministic, which needs no model';
  return new OutsideError('model_failed', `Claude ${what}`, hint, { cause });
}
