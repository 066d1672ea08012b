import ivm from 'isolated-vm';
import type { JobMessage } from './protocol.ts';

type Outcome = 'done' | 'timeout' | 'memory' | 'stuck' | 'output';
interface Reply {
  readonly outcome: Outcome;
  readonly report: string | null;
}

/** Milliseconds in which an isolate that ran out of its own time may still say what it knows. */
const lastWords = 250;

/**
 * Runs one bundle in a fresh isolate. Nothing of the host goes in: strings in, JSON text out. The host drives the
 * isolate's virtual clock, so code that waits for nothing is seen at once. `lost` is called when V8 has lost
 * control over the isolate; the process must end then.
 */
export async function runJob(
  snapshot: ivm.ExternalCopy<ArrayBuffer>,
  job: JobMessage,
  lost: (outcome: Outcome) => void,
): Promise<Reply> {
  const isolate = new ivm.Isolate({
    memoryLimit: job.memoryMb,
    snapshot,
    onCatastrophicError: (message) => lost(message.includes('memory') ? 'memory' : 'timeout'),
  });
  const deadline = Date.now() + job.timeoutMs;
  let report: (timeout: number) => Promise<string | null> = async () => null;
  try {
    const context = await isolate.createContext();
    const host = await context.global.get('__sandboxHost', { reference: true });
    const [prepare, tick, tell] = await Promise.all(
      ['prepare', 'tick', 'report'].map((name) => host.get(name, { reference: true })),
    );
    await context.global.delete('__sandboxHost');
    report = async (timeout) => textOf(await tell?.apply(undefined, [], { timeout }));
    await prepare?.apply(undefined, [job.mode]);
    const script = await isolate.compileScript(job.code, { filename: job.bundleName });
    await script.run(context, { timeout: job.timeoutMs });
    let state: unknown = 'more';
    while (state === 'more') {
      const left = deadline - Date.now();
      if (left <= 0) return { outcome: 'timeout', report: await report(lastWords) };
      state = await tick?.apply(undefined, [], { timeout: left });
    }
    return { outcome: outcomeOf(state), report: await report(lastWords) };
  } catch (error) {
    if (isolate.isDisposed) return { outcome: 'memory', report: null };
    if (!(error instanceof Error && /timed out/.test(error.message))) throw error;
    return { outcome: 'timeout', report: await report(lastWords).catch(() => null) };
  } finally {
    if (!isolate.isDisposed) isolate.dispose();
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function outcomeOf(state: unknown): Outcome {
  return state === 'done' || state === 'output' ? state : 'stuck';
}
