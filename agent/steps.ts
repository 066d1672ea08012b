import type { ZodType, z } from 'zod';
import { callTool, type Tool, type ToolContext } from '../tools/core/index.ts';
import type { StepReport } from './connect-result.ts';
import type { RunStep } from './jobs/jobs.ts';
import type { JsonValue } from './jobs/json-value.ts';

/** The steps of one run: every tool call goes through here, is memoised by the job, and is reported as it goes. */
export class Steps {
  readonly reports: StepReport[] = [];
  readonly #step: RunStep;
  readonly #context: ToolContext;
  readonly #onStep: (report: StepReport) => void;

  constructor(step: RunStep, context: ToolContext, onStep: (report: StepReport) => void) {
    this.#step = step;
    this.#context = context;
    this.#onStep = onStep;
  }

  /** Calls a tool as the step `name` and answers its output. A failure stops the job; run again, it is tried again. */
  async call<I extends ZodType, O extends ZodType>(
    name: string,
    tool: Tool<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>> {
    const value = await this.run(name, async () => {
      const result = await callTool(tool, input, this.#context);
      if (!result.ok) throw result.error;
      return { text: result.text, value: result.output as JsonValue };
    });
    return tool.output.parse(value);
  }

  /**
   * The same for a caller that can mend a wrong request (a model): a request or refused error is the step's answer,
   * remembered like any other. Other failures stop the job.
   */
  attempt(name: string, tool: Tool, input: JsonValue): Promise<Attempt> {
    return this.run<Attempt>(name, async () => {
      const result = await callTool(tool, input, this.#context);
      if (result.ok) return { text: result.text, value: { ok: true, output: result.output as JsonValue } };
      const { error } = result;
      if (error.kind !== 'request' && error.kind !== 'refused') throw error;
      return { text: error.message, value: { ok: false, error: error.toJSON() }, status: 'failed' };
    });
  }

  /** Any other work as a step; `text` is what people read beside its name. */
  async run<T extends JsonValue>(name: string, work: () => Promise<StepAnswer<T>>): Promise<T> {
    this.#context.signal.throwIfAborted();
    const start = performance.now();
    let fresh = false;
    const report = (status: StepReport['status'], text: string) => {
      const ms = fresh ? Math.round(performance.now() - start) : 0;
      const line: StepReport = { name, status, ms, text };
      if (status !== 'running') this.reports.push(line);
      this.#onStep(line);
    };
    try {
      const done = await this.#step(name, async () => {
        fresh = true;
        report('running', '');
        const { text, value, status = 'done' } = await work();
        return { text, value, status };
      });
      report(done.status, done.text);
      return done.value;
    } catch (thrown) {
      report('failed', thrown instanceof Error ? thrown.message : String(thrown));
      throw thrown;
    }
  }
}

/** What a step answers; `failed` is a failure that the caller deals with. */
export interface StepAnswer<T extends JsonValue> {
  readonly text: string;
  readonly value: T;
  readonly status?: 'done' | 'failed';
}

export type Attempt =
  | { readonly ok: true; readonly output: JsonValue }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly hint: string };
    };
