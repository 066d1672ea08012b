import { clock } from './clock.ts';
import { defineGlobal } from './primordials.ts';

type Callback = (...args: unknown[]) => void;

/** What `setTimeout` returns in Node: an object that counts as a number and can be unreferenced. */
export class Timeout {
  readonly #id: number;

  constructor(id: number) {
    this.#id = id;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  [Symbol.toPrimitive](): number {
    return this.#id;
  }
}

const start = (callback: Callback, delay = 0, ...args: unknown[]) =>
  new Timeout(clock.add(callback, Number(delay), null, args));
const repeat = (callback: Callback, delay = 0, ...args: unknown[]) =>
  new Timeout(clock.add(callback, Number(delay), Number(delay), args));
const immediately = (callback: Callback, ...args: unknown[]) =>
  new Timeout(clock.add(callback, 0, null, args));
const stop = (timer: unknown) => {
  clock.remove(timer instanceof Timeout ? Number(timer) : timer);
};

/** Puts the platform's timers, driven by the virtual clock, on the global object. */
export function installTimers(): void {
  defineGlobal('setTimeout', start);
  defineGlobal('setInterval', repeat);
  defineGlobal('setImmediate', immediately);
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate']) defineGlobal(name, stop);
  defineGlobal('queueMicrotask', (callback: () => void) => {
    void Promise.resolve().then(callback);
  });
}
