/**
 * Virtual time. Nothing waits: when all microtasks have run, the host asks for the next timer and the clock jumps
 * to it, so a `Retry-After` of a minute takes no time and every run sees the same instants.
 */
export const epoch = 1_767_225_600_000; // 2026-01-01T00:00:00.000Z

type Callback = (...args: unknown[]) => void;
interface Timer {
  readonly id: number;
  readonly callback: Callback;
  readonly args: readonly unknown[];
  readonly every: number | null;
  due: number;
}

const timers = new Map<number, Timer>();
const turns: (() => void)[] = [];
let now = epoch;
let lastId = 0;
let held = false;

export const clock = {
  now: (): number => now,

  set(time: number): void {
    now = time;
  },

  /** While held (fake timers), time moves only when the test says so. */
  hold(hold: boolean): void {
    held = hold;
  },

  get held(): boolean {
    return held;
  },

  /** Adds a timer and returns its id. `every` repeats it, milliseconds. */
  add(callback: Callback, delay: number, every: number | null, args: readonly unknown[] = []): number {
    const id = ++lastId;
    timers.set(id, { id, callback, args, every, due: now + wait(delay) });
    return id;
  },

  remove(id: unknown): void {
    if (typeof id === 'number') timers.delete(id);
  },

  clear(): void {
    timers.clear();
  },

  get count(): number {
    return timers.size;
  },

  /** Due time of the next timer, or null. */
  next(): number | null {
    return earliest()?.due ?? null;
  },

  /** Moves to the next timer and runs it. False when there is none. */
  fire(): boolean {
    const timer = earliest();
    if (timer === null) return false;
    now = Math.max(now, timer.due);
    if (timer.every === null) timers.delete(timer.id);
    else timer.due = now + Math.max(1, timer.every);
    timer.callback(...timer.args);
    return true;
  },

  /** Resolves when everything already runnable has run, without moving time. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      turns.push(resolve);
    });
  },

  /** Runs one waiting turn. False when there is none. */
  takeTurn(): boolean {
    const turn = turns.shift();
    turn?.();
    return turn !== undefined;
  },
};

function wait(delay: number): number {
  return Number.isFinite(delay) && delay > 0 ? Math.min(delay, 2 ** 31 - 1) : 0;
}

/** Insertion order breaks ties, as on the platform. */
function earliest(): Timer | null {
  let first: Timer | null = null;
  for (const timer of timers.values()) if (first === null || timer.due < first.due) first = timer;
  return first;
}
