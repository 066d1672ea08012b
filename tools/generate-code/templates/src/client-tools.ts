import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Telemetry } from './telemetry.ts';

/** What a client needs from outside. Tests give `fetch` and `random`. */
export interface ClientTools {
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
}
