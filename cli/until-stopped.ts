import { once } from 'node:events';

/** Waits for Ctrl-C or SIGTERM, which abort the signal. */
export async function untilStopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
