/**
 * The tool calls that are being worked on. A connection that ends aborts them and waits for them, so that nobody
 * closes the stores under a running step.
 */
export class Calls {
  readonly #closing = new AbortController();
  readonly #open = new Set<Promise<unknown>>();

  /** Runs one call; its signal fires when the client cancels it or the server closes. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>, cancelled: AbortSignal): Promise<T> {
    const call = work(AbortSignal.any([cancelled, this.#closing.signal]));
    this.#open.add(call);
    try {
      return await call;
    } finally {
      this.#open.delete(call);
    }
  }

  /** Aborts what runs and waits for it. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#open);
  }
}
