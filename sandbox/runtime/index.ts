/**
 * Everything that exists inside the isolate before untrusted code does. Bundled by the parent, run once per child
 * while it makes its V8 snapshot; no host object is ever passed in. Order matters: the platform, then libraries.
 */
import './platform.ts';
import './web/index.ts';
import { lockDown } from './lock-down.ts';
import { Buffer } from './node/buffer.ts';
import { defineGlobal, defineProperty } from './primordials.ts';
import { provided } from './provided.ts';
import { type Main, type Mode, session } from './session.ts';
import { testRunner } from './vitest/run.ts';

defineGlobal('Buffer', Buffer);
defineProperty(globalThis, '__sandboxModules', { value: provided, writable: false, configurable: false });

/** The host takes hold of this before any untrusted code runs, and deletes it. */
defineProperty(globalThis, '__sandboxHost', {
  configurable: true,
  value: {
    /** Opens the door through which the bundle enters, once. */
    prepare(mode: Mode): void {
      // Not in the snapshot: V8 still adds to the built-ins when it starts from one.
      lockDown();
      const enter = (main: Main): void => {
        Reflect.deleteProperty(globalThis, '__sandboxEnter');
        session.begin(mode, testRunner, main);
      };
      defineProperty(globalThis, '__sandboxEnter', { value: enter, configurable: true });
    },
    tick: (): string => session.tick(),
    report: (): string => session.report(),
  },
});
