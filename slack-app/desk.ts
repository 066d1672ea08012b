import { setTimeout as wait } from 'node:timers/promises';
import { type CausewayError, type Logger, toCausewayError } from '../tools/core/index.ts';
import type { BlockMessage } from './blocks/block-message.ts';
import { errorMessage } from './blocks/error.ts';
import { Recent } from './recent.ts';
import type { SlackAgent } from './slack-agent.ts';
import { redact } from './text/redact.ts';

/** Who decided on a run. */
export interface Decision {
  readonly kind: 'approved' | 'rejected';
  readonly user: string;
}

/** What all listeners share: the agent, the work in hand, and who decided what. */
export class Desk {
  readonly agent: SlackAgent;
  readonly log: Logger;
  /** Least milliseconds between two updates of a message. */
  readonly interval: number;
  /** First decision by run id, so that a second click meets it. */
  readonly decisions = new Recent<Decision>(1_000);
  readonly #stop = new AbortController();
  readonly #work = new Set<Promise<void>>();

  constructor(agent: SlackAgent, log: Logger, interval: number) {
    this.agent = agent;
    this.log = log;
    this.interval = interval;
  }

  /** Aborted when the app stops; an interrupted run is gone on with when it is asked for again. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Does work that the app waits for when it stops. Its failure is told to `report`; never throws. */
  async do(work: () => Promise<void>, report: (message: BlockMessage) => Promise<unknown>): Promise<void> {
    const running = (async () => {
      try {
        await work();
      } catch (thrown) {
        await report(this.errorMessage(toCausewayError(thrown))).catch((error: unknown) => this.warn(error));
      }
    })();
    this.#work.add(running);
    await running;
    this.#work.delete(running);
  }

  /** A failure for people. What went wrong in a bug may hold anything, so it goes to the log only. */
  errorMessage(error: CausewayError): BlockMessage {
    if (error.kind === 'bug') this.warn(error);
    return errorMessage({
      code: error.code,
      message:
        error.kind === 'bug'
          ? 'Something went wrong inside Causeway'
          : redact(error.message, this.agent.config),
      hint: redact(error.hint, this.agent.config),
    });
  }

  warn(thrown: unknown): void {
    const { code, message, stack } = toCausewayError(thrown);
    const config = this.agent.config;
    this.log.warn(
      { code, stack: config.debug ? redact(stack ?? '', config) : undefined },
      redact(message, config),
    );
  }

  /** Stops the work in hand and waits until it has said so, for `patience` milliseconds at most. */
  async close(patience = 10_000): Promise<void> {
    this.#stop.abort();
    const enough = new AbortController();
    const waited = wait(patience, null, { signal: enough.signal }).catch(() => null);
    await Promise.race([Promise.all(this.#work), waited]);
    enough.abort();
  }
}
