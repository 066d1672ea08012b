import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

/** What a client needs from outside. Tests give `fetch` and `random`. */
export interface ClientTools {
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
}
