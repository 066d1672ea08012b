import { setTimeout as delay } from 'node:timers/promises';

/** Time as the connector sees it. Tests bring their own, so that no test waits. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => {
    await delay(ms);
  },
};
