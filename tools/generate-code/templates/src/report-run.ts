import { type Counts, outcomes } from './sync.ts';
import type { Telemetry } from './telemetry.ts';

export type RunResult = 'done' | 'dead_letters' | 'failed';

/** Tells how a run ended. `checkpoint` is ISO text; null where none is kept. Times in milliseconds. */
export function reportRun(
  telemetry: Telemetry,
  result: RunResult,
  { counts, checkpoint, ms }: { counts: Counts; checkpoint: string | null; ms: number },
  now: number,
): void {
  telemetry.add('connector.runs', 1, { result });
  telemetry.took('connector.run.duration', ms / 1000, { result });
  for (const outcome of outcomes) telemetry.set('connector.last_run.records', counts[outcome], { outcome });
  if (checkpoint !== null) telemetry.set('connector.lag', Math.max(0, now - Date.parse(checkpoint)) / 1000);
  if (result !== 'failed') telemetry.set('connector.last_run.time', now / 1000);
}
