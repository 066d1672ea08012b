import { installConsole } from './console.ts';
import { installDate } from './date.ts';
import { defineGlobal } from './primordials.ts';
import { random } from './random.ts';
import { installTimers } from './timers.ts';

/**
 * What a bare isolate lacks and libraries look for while they load. Imported first: after this module the global
 * object looks like a small, deterministic Node.
 */
installDate();
installTimers();
installConsole();
Math.random = random;
defineGlobal('global', globalThis);
defineGlobal('process', {
  env: {},
  argv: ['node', 'sandbox'],
  platform: 'linux',
  version: 'v24.0.0',
  versions: { node: '24.0.0' },
  exitCode: undefined,
  cwd: () => '/',
  on: () => undefined,
  once: () => undefined,
  off: () => undefined,
  nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) => {
    void Promise.resolve().then(() => callback(...args));
  },
});
