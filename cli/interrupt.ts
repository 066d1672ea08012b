const controller = new AbortController();

/** Aborted by the first Ctrl-C or SIGTERM. */
export const interrupted: AbortSignal = controller.signal;

/** What Ctrl-C does, for a prompt: it reads the key itself, and no signal comes. */
export function interrupt(): void {
  controller.abort();
}

const numbers = { SIGINT: 2, SIGTERM: 15 } as const;
/** npm passes Ctrl-C on to a program that the terminal has sent it already: that is one keypress. */
const sameKeypressMs = 500;

/** Answers signals: the first calls `stop`, one that comes later calls `exit` with the code of a killed process. */
export function interruptHandler(stop: () => void, exit: (code: number) => void, now: () => number) {
  let first: number | null = null;
  return (name: keyof typeof numbers): void => {
    if (first === null) {
      first = now();
      stop();
    } else if (now() - first > sameKeypressMs) exit(128 + numbers[name]);
  };
}

/** From here on Ctrl-C and SIGTERM abort `interrupted`; pressed again they end the process at once. */
export function watchInterrupts(): void {
  const handle = interruptHandler(
    interrupt,
    (code) => process.exit(code),
    () => performance.now(),
  );
  process.on('SIGINT', handle);
  process.on('SIGTERM', handle);
}

/** The same promise, which an interrupt rejects: for work that does not look at the signal itself. */
export function untilInterrupted<T>(work: Promise<T>, signal: AbortSignal = interrupted): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
