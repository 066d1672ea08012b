import { clearAllMocks, fn, isMockFunction, resetAllMocks, restoreAllMocks, spyOn } from '@vitest/spy';
import { clock, epoch } from '../clock.ts';
import { freeze } from '../primordials.ts';
import { advance, advanceNow, runAll, runAllNow, runPending } from './fake-timers.ts';

const stubbed = new Map<string, PropertyDescriptor | undefined>();
const stubbedEnv = new Map<string, unknown>();
const environment = (): Record<string, unknown> => Reflect.get(Reflect.get(globalThis, 'process'), 'env');

const refused = (name: string) => () => {
  throw new Error(`vi.${name} is not available in the sandbox; pass the dependency as an argument instead`);
};

const stubs = {
  stubGlobal(name: string, value: unknown) {
    if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
    return vi;
  },
  unstubAllGlobals() {
    for (const [name, descriptor] of stubbed) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
    stubbed.clear();
    return vi;
  },
  stubEnv(name: string, value: string | undefined) {
    const env = environment();
    if (!stubbedEnv.has(name)) stubbedEnv.set(name, env[name]);
    if (value === undefined) delete env[name];
    else env[name] = value;
    return vi;
  },
  unstubAllEnvs() {
    const env = environment();
    for (const [name, value] of stubbedEnv) {
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
    stubbedEnv.clear();
    return vi;
  },
};

const timers = {
  useFakeTimers(options: { now?: number | Date } = {}) {
    clock.hold(true);
    if (options.now !== undefined) clock.set(Number(options.now));
    return vi;
  },
  useRealTimers() {
    clock.hold(false);
    return vi;
  },
  isFakeTimers: () => clock.held,
  setSystemTime(time: number | string | Date) {
    clock.set(new Date(time).getTime());
    return vi;
  },
  getMockedSystemTime: () => (clock.held ? new Date(clock.now()) : null),
  getRealSystemTime: () => epoch,
  getTimerCount: () => clock.count,
  clearAllTimers() {
    clock.clear();
    return vi;
  },
  async advanceTimersByTimeAsync(ms: number) {
    await advance(ms);
    return vi;
  },
  async advanceTimersToNextTimerAsync() {
    await runPending(1);
    return vi;
  },
  async runAllTimersAsync() {
    await runAll();
    return vi;
  },
  async runOnlyPendingTimersAsync() {
    await runPending(clock.count);
    return vi;
  },
  advanceTimersByTime(ms: number) {
    advanceNow(ms);
    return vi;
  },
  advanceTimersToNextTimer() {
    clock.fire();
    return vi;
  },
  runAllTimers() {
    runAllNow();
    return vi;
  },
  runOnlyPendingTimers() {
    for (let left = clock.count; left > 0; left--) clock.fire();
    return vi;
  },
};

const chained = (run: () => void) => () => {
  run();
  return vi;
};

const mocks = {
  fn,
  spyOn,
  isMockFunction,
  mocked: <T>(value: T): T => value,
  clearAllMocks: chained(clearAllMocks),
  resetAllMocks: chained(resetAllMocks),
  restoreAllMocks: chained(restoreAllMocks),
  mock: refused('mock'),
  doMock: refused('doMock'),
  unmock: refused('unmock'),
  hoisted: <T>(make: () => T): T => make(),
  importActual: refused('importActual'),
  importMock: refused('importMock'),
  resetModules: refused('resetModules'),
};

const waiting = {
  async waitFor<T>(
    check: () => T,
    options: number | { timeout?: number; interval?: number } = {},
  ): Promise<Awaited<T>> {
    const { timeout = 1000, interval = 50 } = typeof options === 'number' ? { timeout: options } : options;
    for (let waited = 0; ; waited += interval) {
      try {
        return await check();
      } catch (error) {
        if (waited >= timeout) throw error;
      }
      if (clock.held) await advance(interval);
      else await new Promise((resolve) => clock.add(resolve, interval, null));
    }
  },
};

/** vitest's `vi`: its spies, stubs of globals, and fake timers over the virtual clock. Module mocks are refused. */
export const vi = freeze({ ...mocks, ...stubs, ...timers, ...waiting });
