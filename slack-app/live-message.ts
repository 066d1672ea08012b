import type { BlockMessage } from './blocks/block-message.ts';
import type { Thread } from './thread.ts';

/**
 * One message that follows something as it happens: posted with the first state, then changed to the newest one, at
 * most once per interval, and to the last one always. A failed call is reported and never stops what is followed.
 */
export class LiveMessage {
  readonly #thread: Pick<Thread, 'post' | 'update'>;
  readonly #interval: number;
  readonly #failed: (error: unknown) => void;
  #ts: string | null = null;
  #next: BlockMessage | null = null;
  #pumping: Promise<void> | null = null;
  #earliest = 0;

  /** `interval` is in milliseconds. */
  constructor(thread: Pick<Thread, 'post' | 'update'>, interval: number, failed: (error: unknown) => void) {
    this.#thread = thread;
    this.#interval = interval;
    this.#failed = failed;
  }

  show(message: BlockMessage): void {
    this.#next = message;
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = null;
    });
  }

  /** Resolves when the newest state is on show. */
  async settled(): Promise<void> {
    await this.#pumping;
  }

  async #pump(): Promise<void> {
    while (this.#next !== null) {
      const early = this.#earliest - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const message = this.#next;
      this.#next = null;
      this.#earliest = performance.now() + this.#interval;
      try {
        if (this.#ts === null) this.#ts = await this.#thread.post(message);
        else await this.#thread.update(this.#ts, message);
      } catch (error) {
        this.#failed(error);
      }
    }
  }
}
