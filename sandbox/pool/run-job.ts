import type { Verdict } from '../result.ts';
import type { JobMessage } from '../runner/protocol.ts';
import type { SandboxChild } from './child.ts';
import { IsolateReport, parseReply } from './reply.ts';
import { residentMemory } from './resident-memory.ts';

export interface JobResult {
  readonly verdict: Verdict;
  /** What the isolate reported, when it could. */
  readonly report: IsolateReport | null;
}

/** Time over its own limit that a child gets to answer before it is killed, milliseconds. */
const grace = 1_000;
/** How often its memory is looked at, milliseconds. */
const watch = 20;

/** Resident MB at which a child is killed: V8 counts only part of what code can allocate. */
const memoryCeiling = (memoryMb: number): number => 400 + 3 * memoryMb;

/**
 * Runs one job in a child and always answers. What the child cannot or will not end itself is ended from here:
 * it is killed when it exceeds its time or memory, or when `signal` aborts (then this rejects with its reason).
 */
export async function runJob(child: SandboxChild, job: JobMessage, signal?: AbortSignal): Promise<JobResult> {
  signal?.throwIfAborted();
  let forced: Verdict | null = null;
  const end = (verdict: Verdict) => {
    forced ??= verdict;
    child.kill();
  };
  const abort = () => end('crash');
  const clock = setTimeout(() => end('timeout'), job.timeoutMs + grace);
  const watcher = setInterval(() => {
    const resident = child.pid === null ? null : residentMemory(child.pid);
    if (resident !== null && resident > memoryCeiling(job.memoryMb)) end('memory');
  }, watch);
  signal?.addEventListener('abort', abort, { once: true });
  child.hold(true);
  try {
    const answer = await new Promise<JobResult>((resolve) => {
      child.listen((message) => {
        if (message.kind === 'gone') resolve({ verdict: forced ?? endedBy(message.signal), report: null });
        if (message.kind === 'reply') resolve(judged(message.outcome, message.report));
      });
      child.send(job);
    });
    signal?.throwIfAborted();
    return answer;
  } finally {
    clearTimeout(clock);
    clearInterval(watcher);
    signal?.removeEventListener('abort', abort);
    child.listen(null);
    child.hold(false);
  }
}

/** The kernel ends a process that used up its CPU time with SIGXCPU. */
function endedBy(signal: string | null): Verdict {
  return signal === 'SIGXCPU' ? 'timeout' : 'crash';
}

function judged(outcome: 'done' | Verdict, text: string | null): JobResult {
  const report = text === null ? null : parseReply(IsolateReport, text);
  if (report?.verdict === 'output') return { verdict: 'output', report };
  if (outcome !== 'done') return { verdict: outcome, report };
  return { verdict: report?.verdict ?? 'crash', report };
}
