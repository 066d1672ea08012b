import { setTimeout as wait } from 'node:timers/promises';
import { statusOf } from './api-problem.ts';

/** Tries again, twice, when the server or the connection failed. Only for work that may be done twice. */
export async function retry<T>(work: () => Promise<T>, signal: AbortSignal, pauseMs = 500): Promise<T> {
  for (let left = 2; ; left--) {
    try {
      return await work();
    } catch (thrown) {
      if (left === 0 || (statusOf(thrown) ?? 0) < 500) throw thrown;
      await wait(pauseMs, undefined, { signal });
    }
  }
}
