import { clock } from '../clock.ts';

const endless = 10_000;

/** Moves held time by `ms`, running what falls due, and everything that becomes runnable in between. */
export async function advance(ms: number): Promise<void> {
  const target = clock.now() + ms;
  await clock.turn();
  for (let next = clock.next(); next !== null && next <= target; next = clock.next()) {
    clock.fire();
    await clock.turn();
  }
  clock.set(target);
  await clock.turn();
}

/** The same without letting promises continue in between. */
export function advanceNow(ms: number): void {
  const target = clock.now() + ms;
  for (let next = clock.next(); next !== null && next <= target; next = clock.next()) clock.fire();
  clock.set(target);
}

/** Runs timers, also new ones, until none is left. */
export async function runAll(): Promise<void> {
  await clock.turn();
  for (let fired = 0; clock.fire(); fired++) {
    if (fired > endless)
      throw new Error(`still timers left after ${endless}: an interval that is never cleared?`);
    await clock.turn();
  }
}

export function runAllNow(): void {
  for (let fired = 0; clock.fire(); fired++) {
    if (fired > endless)
      throw new Error(`still timers left after ${endless}: an interval that is never cleared?`);
  }
}

/** Runs at most `count` timers. */
export async function runPending(count: number): Promise<void> {
  await clock.turn();
  for (let left = count; left > 0 && clock.fire(); left--) await clock.turn();
}
