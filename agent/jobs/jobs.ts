import type { JsonValue } from './json-value.ts';

/**
 * Runs one named step of a job. A step that finished in an earlier process is not run again: its stored value is
 * answered instead. A step that throws stops the job where it is; running the job again repeats that step only.
 */
export type RunStep = <T extends JsonValue>(name: string, work: () => Promise<T>) => Promise<T>;

/** A durable function: it reaches its effects through `step` only, and takes the same way when run again. */
export type Job<Output extends JsonValue> = (step: RunStep) => Promise<Output>;

/** Durable execution, one job of a run at a time. Behind it: openworkflow; it could be another engine. */
export interface Jobs {
  /**
   * Runs the job to its end, going on where an earlier process stopped. The same run and name is the same job: once
   * done, its stored output is answered. Rethrows what a step threw; then the job stays unfinished. Throws `run_busy`
   * when another process works on the run.
   */
  run<Output extends JsonValue>(run: string, name: string, job: Job<Output>): Promise<Output>;
}
