import type { Clock } from './clock.ts';

/** Spaces requests evenly, so that a run stays under the vendor's limit instead of running into it. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  #next = 0;

  /** `perSecond` null: no limit is known. */
  constructor(perSecond: number | null, clock: Clock) {
    this.#clock = clock;
    this.#intervalMs = perSecond === null ? 0 : 1000 / perSecond;
  }

  async wait(): Promise<void> {
    const now = this.#clock.now();
    const turn = Math.max(now, this.#next);
    this.#next = turn + this.#intervalMs;
    if (turn > now) await this.#clock.sleep(turn - now);
  }
}
