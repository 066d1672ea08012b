type Listener = ((event: SandboxEvent) => void) | { handleEvent(event: SandboxEvent): void };
type Options = boolean | { once?: boolean; signal?: SandboxEventTarget & { readonly aborted: boolean } };

/** A DOM event, without a tree to bubble through. */
export class SandboxEvent {
  readonly type: string;
  target: unknown = null;
  defaultPrevented = false;

  constructor(type: string) {
    this.type = type;
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** A DOM event target: listeners are called in the order in which they were added. */
export class SandboxEventTarget {
  readonly #listeners = new Map<string, Map<Listener, { once: boolean }>>();

  addEventListener(type: string, listener: Listener | null, options: Options = false): void {
    if (listener === null) return;
    const { once = false, signal } = typeof options === 'boolean' ? {} : options;
    if (signal?.aborted) return;
    const listeners = this.#listeners.get(type) ?? new Map<Listener, { once: boolean }>();
    if (!listeners.has(listener)) listeners.set(listener, { once });
    this.#listeners.set(type, listeners);
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener), { once: true });
  }

  removeEventListener(type: string, listener: Listener | null): void {
    if (listener !== null) this.#listeners.get(type)?.delete(listener);
  }

  dispatchEvent(event: SandboxEvent): boolean {
    event.target = this;
    for (const [listener, { once }] of [...(this.#listeners.get(event.type) ?? [])]) {
      if (once) this.removeEventListener(event.type, listener);
      if (typeof listener === 'function') listener.call(this, event);
      else listener.handleEvent(event);
    }
    return !event.defaultPrevented;
  }
}
