import { createInterface } from 'node:readline';
import type ivm from 'isolated-vm';
import type { FromChild, ToChild } from './protocol.ts';
import { runJob } from './run-job.ts';
import { makeSnapshot, readSnapshot, writeSnapshot } from './snapshot.ts';

/**
 * The child process: runs one job at a time, each in a fresh isolate. It is disposable and holds nothing worth
 * stealing. It dies with its parent, whose end closes stdin; SIGKILL, because an isolate's thread may be busy.
 */
let snapshot: ivm.ExternalCopy<ArrayBuffer> | null = null;

function say(message: FromChild, then?: () => void): void {
  process.stdout.write(`${JSON.stringify(message)}\n`, then);
}

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

async function hear(message: ToChild): Promise<void> {
  if (message.kind === 'start') {
    const { runtime } = message;
    if ('snapshot' in runtime) {
      snapshot = readSnapshot(runtime.snapshot);
      say({ kind: 'ready', snapshot: null });
    } else {
      snapshot = makeSnapshot(runtime.source);
      say({ kind: 'ready', snapshot: writeSnapshot(snapshot) });
    }
    return;
  }
  if (snapshot === null) throw new Error('a job came before the start');
  const reply = await runJob(snapshot, message, (outcome) => {
    say({ kind: 'reply', outcome, report: null }, die);
  });
  say({ kind: 'reply', ...reply });
}

createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  .on('line', (line) => {
    void hear(JSON.parse(line));
  })
  .on('close', die);
