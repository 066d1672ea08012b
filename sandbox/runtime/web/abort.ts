import { clock } from '../clock.ts';
import { SandboxEvent, SandboxEventTarget } from './event-target.ts';

const key = Symbol('only AbortController makes a signal');

/** An abort signal; `timeout` runs on virtual time. */
export class SandboxAbortSignal extends SandboxEventTarget {
  #aborted = false;
  #reason: unknown;
  onabort: ((event: SandboxEvent) => void) | null = null;

  constructor(token?: symbol) {
    if (token !== key) throw new TypeError('Illegal constructor');
    super();
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason;
  }

  static abort(reason?: unknown): SandboxAbortSignal {
    const signal = new SandboxAbortSignal(key);
    SandboxAbortSignal.trigger(signal, reason);
    return signal;
  }

  static timeout(delay: number): SandboxAbortSignal {
    const signal = new SandboxAbortSignal(key);
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    clock.add(() => SandboxAbortSignal.trigger(signal, reason()), delay, null);
    return signal;
  }

  static any(signals: Iterable<SandboxAbortSignal>): SandboxAbortSignal {
    const combined = new SandboxAbortSignal(key);
    for (const signal of signals) {
      if (signal.aborted) SandboxAbortSignal.trigger(combined, signal.reason);
      else {
        const follow = () => SandboxAbortSignal.trigger(combined, signal.reason);
        signal.addEventListener('abort', follow, { once: true });
      }
    }
    return combined;
  }

  /** Internal to the runtime: a fresh signal for a controller. */
  static make(): SandboxAbortSignal {
    return new SandboxAbortSignal(key);
  }

  /** Internal to the runtime: aborts once. */
  static trigger(signal: SandboxAbortSignal, reason: unknown): void {
    if (signal.#aborted) return;
    signal.#aborted = true;
    signal.#reason =
      reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason;
    const event = new SandboxEvent('abort');
    signal.onabort?.(event);
    signal.dispatchEvent(event);
  }
}

export class SandboxAbortController {
  readonly signal = SandboxAbortSignal.make();

  abort(reason?: unknown): void {
    SandboxAbortSignal.trigger(this.signal, reason);
  }
}
