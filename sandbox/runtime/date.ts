import { clock, epoch } from './clock.ts';
import { defineGlobal, defineProperty, NativeDate } from './primordials.ts';

/** `Date` whose present is the virtual clock; everything else is the engine's. */
function VirtualDate(...args: [] | [number | string | Date]): Date | string {
  if (new.target === undefined) return new NativeDate(clock.now()).toString();
  return Reflect.construct(NativeDate, args.length === 0 ? [clock.now()] : args, new.target);
}

/** Puts `Date` and `performance` on the global object. */
export function installDate(): void {
  defineProperty(VirtualDate, 'prototype', { value: NativeDate.prototype, writable: false });
  defineProperty(VirtualDate, 'name', { value: 'Date' });
  defineProperty(VirtualDate, 'length', { value: 7 });
  const statics = { now: () => clock.now(), parse: NativeDate.parse, UTC: NativeDate.UTC };
  for (const [name, value] of Object.entries(statics)) {
    defineProperty(VirtualDate, name, { value, writable: true, configurable: true });
  }
  // Through an instance's constructor the engine's own clock would be back.
  defineProperty(NativeDate.prototype, 'constructor', {
    value: VirtualDate,
    writable: true,
    configurable: true,
  });
  defineGlobal('Date', VirtualDate);
  defineGlobal('performance', { timeOrigin: epoch, now: () => clock.now() - epoch, mark() {}, measure() {} });
}
