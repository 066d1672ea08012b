import { clock } from '../clock.ts';

export interface WaitOptions {
  signal?: AbortSignal;
}

/** Resolves with `value` after `delay` virtual milliseconds; rejects when the signal aborts. */
export function setTimeout<T>(delay = 0, value?: T, options: WaitOptions = {}): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const { signal } = options;
    const aborted = () => {
      clock.remove(timer);
      reject(
        Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' }),
      );
    };
    const timer = clock.add(
      () => {
        signal?.removeEventListener('abort', aborted);
        resolve(value);
      },
      delay,
      null,
    );
    if (signal?.aborted) aborted();
    else signal?.addEventListener('abort', aborted, { once: true });
  });
}

export const setImmediate = <T>(value?: T, options?: WaitOptions): Promise<T | undefined> =>
  setTimeout(0, value, options);
export const scheduler = {
  wait: (delay: number, options?: WaitOptions) => setTimeout(delay, undefined, options),
};
