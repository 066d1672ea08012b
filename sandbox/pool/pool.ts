import type { JobMessage } from '../runner/protocol.ts';
import { SandboxChild } from './child.ts';
import { type JobResult, runJob } from './run-job.ts';

/** Children at work at the same time. */
const size = 2;
/** Jobs after which a child is replaced, though nothing went wrong. */
const jobsPerChild = 200;

interface Place {
  readonly child: SandboxChild;
  jobs: number;
}

/**
 * Warm child processes, shared by all runs of this process. A child is forked when it is first needed, serves one
 * job at a time, and is thrown away after any job that did not end well. A spare then replaces it.
 */
class Pool {
  readonly #idle: Place[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #spare: Promise<void> | null = null;
  #generation = 0;

  async run(job: JobMessage, signal?: AbortSignal): Promise<JobResult> {
    while (this.#busy >= size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy++;
    try {
      const place = await this.#take();
      return await this.#runAt(place, job, signal);
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all idle children; those at work end with their job. The pool can be used again. */
  async close(): Promise<void> {
    this.#generation++;
    await this.#spare;
    for (const { child } of this.#idle.splice(0)) child.kill();
  }

  async #take(): Promise<Place> {
    await this.#spare;
    for (let place = this.#idle.pop(); place !== undefined; place = this.#idle.pop()) {
      if (!place.child.gone) return place;
    }
    return { child: await SandboxChild.start(), jobs: 0 };
  }

  async #runAt(place: Place, job: JobMessage, signal?: AbortSignal): Promise<JobResult> {
    const generation = this.#generation;
    let well = false;
    try {
      const result = await runJob(place.child, job, signal);
      well = result.verdict === 'ok' || result.verdict === 'error';
      return result;
    } finally {
      place.jobs++;
      if (well && place.jobs < jobsPerChild && generation === this.#generation) this.#idle.push(place);
      else {
        place.child.kill();
        if (generation === this.#generation) this.#forkSpare();
      }
    }
  }

  /** Forks a child in the background. If it cannot start, the next job says why. */
  #forkSpare(): void {
    if (this.#idle.length > 0) return;
    this.#spare ??= SandboxChild.start()
      .then((child) => {
        this.#idle.push({ child, jobs: 0 });
      })
      .catch(() => undefined)
      .finally(() => {
        this.#spare = null;
      });
  }
}

export const pool = new Pool();
