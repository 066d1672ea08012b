import { sourcePosition } from './bundle/source-position.ts';
import type { RunLimits } from './limits.ts';
import type { IsolateReport } from './pool/reply.ts';
import type { RunError, Verdict } from './result.ts';

type Thrown = IsolateReport['error'];

/** An error of the isolate with its place in the sources. */
export function located(thrown: Thrown, map: string): RunError | null {
  return thrown === null ? null : { message: thrown.message, at: sourcePosition(map, thrown.stack) };
}

/** Why a run did not end with `ok`: what the code threw, or the sandbox's own words. */
export function explain(
  verdict: Verdict,
  report: IsolateReport | null,
  map: string,
  limits: RunLimits,
): RunError | null {
  if (verdict === 'ok') return null;
  const own = located(report?.error ?? null, map);
  if (own !== null && (verdict === 'error' || verdict === 'output')) return own;
  return { message: words(verdict, limits), at: null };
}

function words(verdict: Verdict, { timeoutMs, memoryMb }: RunLimits): string {
  if (verdict === 'timeout') return `ran longer than ${timeoutMs} ms`;
  if (verdict === 'memory') return `used more memory than ${memoryMb} MB allow`;
  if (verdict === 'stuck')
    return 'waits for something that cannot happen: a promise that nothing will settle';
  if (verdict === 'output') return 'produced more output than it may';
  return 'ended the process it ran in';
}
