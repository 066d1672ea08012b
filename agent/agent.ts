import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Keyv } from 'keyv';
import type { ZodType } from 'zod';
import {
  ArtifactStore,
  CausewayError,
  type Config,
  callTool,
  canonicalJson,
  issueText,
  type LanguageModel,
  type Logger,
  openKeyv,
  RefusedError,
  RequestError,
  type Tool,
  type ToolContext,
  type ToolResult,
} from '../tools/core/index.ts';
import type { Mapping } from '../tools/model/index.ts';
import { approvalKey, checkApproval } from './approvals.ts';
import { buildResult } from './build-result.ts';
import { Approval, type ApprovalInput, ConnectRequest, type ConnectRequestInput } from './connect-request.ts';
import type { ConnectResult, StepReport } from './connect-result.ts';
import { type Delivery, deliver } from './deliver.ts';
import { destinationOf } from './destination.ts';
import type { Jobs } from './jobs/jobs.ts';
import { openworkflowJobs } from './jobs/openworkflow-jobs.ts';
import { configuredModel } from './language-model/configured-model.ts';
import { digestInputs } from './local-inputs.ts';
import { decisionsOf } from './memory/decisions-of.ts';
import { MemoryStore } from './memory/memory-store.ts';
import { deterministicPlanner } from './planners/deterministic.ts';
import { type Ask, Draft, type Planner } from './planners/planner.ts';
import { requireSureRow } from './review/require-sure-row.ts';
import type { RunRecord } from './runs/run-record.ts';
import { RunStore } from './runs/run-store.ts';
import { Steps } from './steps.ts';

/** How a caller takes part in a run. */
export interface RunOptions {
  /** Directory for the caller's relative paths; null where callers may not name files (Slack, MCP over HTTP). */
  readonly cwd?: string | null;
  readonly onStep?: (report: StepReport) => void;
  readonly onProgress?: (message: string) => void;
  readonly ask?: Ask;
  readonly signal?: AbortSignal;
}

/** One process's door to everything: tools, runs, approvals. Faces hold one and close it. */
export class Agent {
  readonly config: Config;
  readonly artifacts: ArtifactStore;
  readonly #log: Logger;
  readonly #keyv: Keyv;
  readonly #jobs: Jobs;
  readonly #runs: RunStore;
  readonly #memory: MemoryStore;
  readonly #model: LanguageModel | null;

  private constructor(config: Config, log: Logger, keyv: Keyv) {
    this.config = config;
    this.#log = log;
    this.#keyv = keyv;
    this.artifacts = new ArtifactStore(keyv);
    this.#jobs = openworkflowJobs(join(config.home, 'runs'));
    this.#runs = new RunStore(join(config.home, 'runs.db'));
    this.#memory = new MemoryStore(join(config.home, 'memory.db'));
    this.#model = configuredModel(config.anthropic);
  }

  /** Opens the stores in CAUSEWAY_HOME, which is made when missing. */
  static async open(config: Config, log: Logger): Promise<Agent> {
    if (config.databaseUrl !== null) {
      throw new RequestError(
        'not_supported_yet',
        'CAUSEWAY_DATABASE_URL is set, and this version keeps runs in SQLite only',
        'Unset it; runs are kept in CAUSEWAY_HOME',
      );
    }
    mkdirSync(config.home, { recursive: true });
    return new Agent(config, log, await openKeyv(config.store));
  }

  async close(): Promise<void> {
    this.#runs.close();
    this.#memory.close();
    await this.#keyv.disconnect();
  }

  /** Calls one tool outside any run. */
  call(tool: Tool, input: unknown, options: RunOptions = {}): Promise<ToolResult<unknown>> {
    return callTool(tool, input, this.#context(options.cwd ?? null, options));
  }

  /**
   * Runs a request up to its review (`approval: 'ask'`) or to its pull request (`'policy'`). An identical request whose
   * process died is gone on with, not begun again. Throws CausewayError.
   */
  async connect(input: ConnectRequestInput, options: RunOptions = {}): Promise<ConnectResult> {
    const request = parse(ConnectRequest, input, 'connect');
    const cwd = options.cwd ?? null;
    // Said before the work, not after it.
    destinationOf(request, this.config, cwd);
    const inputs = await digestInputs(request, cwd);
    const left = this.#runs.list('running').find((run) => isSame(run, { request, cwd, inputs }));
    if (left !== undefined) {
      try {
        options.onStep?.({
          name: 'resume',
          status: 'done',
          ms: 0,
          text: `going on with ${left.id} of ${left.createdAt}`,
        });
        return await this.#advance(left, options);
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
    const now = new Date().toISOString();
    const id = `run_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
    const run: RunRecord = {
      id,
      request,
      cwd,
      inputs,
      status: 'running',
      approval: null,
      result: null,
      createdAt: now,
      updatedAt: now,
    };
    this.#runs.save(run);
    return this.#advance(run, options);
  }

  /**
   * Gives the yes a waiting run needs and goes on to the pull request. The same yes again answers the same result; a
   * yes whose work failed can be given anew, with other decisions. Throws `mapping_changed`, `already_approved`,
   * `not_waiting`.
   */
  async approve(input: ApprovalInput, options: RunOptions = {}): Promise<ConnectResult> {
    const approval = parse(Approval, input, 'approve');
    const run = this.#runs.get(approval.run);
    checkApproval(run, approval);
    if (run.status === 'done' && run.result !== null) return run.result;
    const approved: RunRecord = { ...run, approval, status: 'running' };
    // Another process may have given its yes since: then the run's lock or its result decides.
    if (run.status !== 'running' && !this.#runs.transition(run.status, approved))
      return this.approve(input, options);
    try {
      return await this.#advance(approved, options);
    } catch (error) {
      // A decision that names no field is a slip of the caller: the run goes on waiting for a better one.
      const slip = error instanceof CausewayError && error.kind === 'request' && !isBusy(error);
      if (slip && run.status === 'waiting') this.#runs.save({ ...run, approval: null });
      throw error;
    }
  }

  /** Ends a waiting run without a pull request. */
  reject(id: string): RunRecord {
    const run = this.#runs.get(id);
    if (run.status !== 'waiting')
      throw new RefusedError(
        'not_waiting',
        `Run ${id} is ${run.status}; there is nothing to reject`,
        '`causeway runs` lists the runs that wait',
      );
    const rejected: RunRecord = { ...run, status: 'rejected' };
    return this.#runs.transition('waiting', rejected) ? rejected : this.reject(id);
  }

  /** Goes on with a run that was interrupted or failed; finished steps are not repeated. */
  async resume(id: string, options: RunOptions = {}): Promise<ConnectResult> {
    const run = this.#runs.get(id);
    if (run.status === 'rejected')
      throw new RefusedError('run_rejected', `Run ${id} was rejected`, 'Start it again with connect');
    if ((run.status === 'done' || run.status === 'waiting') && run.result !== null) return run.result;
    return this.#advance(run, options);
  }

  runs(): RunRecord[] {
    return this.#runs.list();
  }

  run(id: string): RunRecord {
    return this.#runs.get(id);
  }

  mapping(id: string): Promise<Mapping> {
    return this.artifacts.get('mapping', id);
  }

  async #advance(run: RunRecord, options: RunOptions): Promise<ConnectResult> {
    const start = performance.now();
    const { request, id } = run;
    // Who asks for the deterministic planner asks for a run without a model.
    const context = {
      ...this.#context(run.cwd, options),
      ...(request.planner === 'deterministic' ? { model: null } : {}),
    };
    const reports: StepReport[] = [];
    const inJob = <T extends Draft | Delivery>(
      name: string,
      work: (steps: Steps) => Promise<T>,
    ): Promise<T> =>
      this.#jobs.run(id, name, async (step) => {
        const steps = new Steps(step, context, options.onStep ?? (() => {}));
        try {
          return await work(steps);
        } finally {
          reports.push(...steps.reports);
        }
      });
    try {
      const { artifacts } = this;
      const { signal } = context;
      const input = { request, ask: options.ask ?? null, artifacts, signal, cwd: run.cwd };
      const draft = Draft.parse(
        await inJob('draft', async (steps) => (await this.#planner(request)).draft({ ...input, steps })),
      );
      if (run.approval === null && request.approval === 'policy') {
        requireSureRow(await this.mapping(draft.mapping), request.threshold);
      }
      const approval =
        run.approval ??
        (request.approval === 'policy' ? { run: id, mapping: draft.mapping, rows: [] } : null);
      const destination = destinationOf(request, this.config, run.cwd);
      const delivery =
        approval === null
          ? null
          : await inJob(`deliver ${approvalKey(approval)}`, (steps) =>
              deliver(steps, id, request, draft, approval, destination),
            );
      const mapping = await this.mapping(delivery?.mapping ?? draft.mapping);
      // Only what a person said is learned; a threshold's yes is the matcher's own.
      if (run.approval !== null && delivery !== null) this.#memory.remember(decisionsOf(mapping));
      const earlier = approval === null ? [] : (run.result?.steps ?? []);
      const result = buildResult({
        run: id,
        request,
        draft,
        delivery,
        mapping,
        steps: [...earlier.filter((old) => !reports.some((step) => step.name === old.name)), ...reports],
        ms: performance.now() - start,
      });
      this.#runs.save({ ...run, approval, status: delivery === null ? 'waiting' : 'done', result });
      return result;
    } catch (error) {
      // An interrupted run stays "running": the same request goes on with it. A busy one is somebody else's.
      if (!isBusy(error) && !context.signal.aborted) this.#runs.save({ ...run, status: 'failed' });
      throw error;
    }
  }

  async #planner(request: ConnectRequest): Promise<Planner> {
    const { apiKey } = this.config.anthropic;
    const name = request.planner ?? (apiKey === null ? 'deterministic' : 'claude');
    if (name === 'deterministic') return deterministicPlanner;
    if (apiKey === null)
      throw new RequestError(
        'no_model_key',
        'The Claude planner needs a key, and ANTHROPIC_API_KEY is not set',
        'Set it, or use --planner deterministic',
      );
    // Loaded when asked for: most runs need no model.
    const { claudePlanner } = await import('./planners/claude.ts');
    return claudePlanner(this.config.anthropic, apiKey);
  }

  #context(cwd: string | null, options: RunOptions): ToolContext {
    return {
      artifacts: this.artifacts,
      config: this.config,
      log: this.#log,
      memory: this.#memory,
      model: this.#model,
      signal: options.signal ?? new AbortController().signal,
      cwd,
      progress: options.onProgress ?? (() => {}),
    };
  }
}

function isSame(run: RunRecord, asked: Pick<RunRecord, 'request' | 'cwd' | 'inputs'>): boolean {
  const { request, cwd, inputs } = run;
  return canonicalJson({ request, cwd, inputs }) === canonicalJson(asked);
}

function isBusy(error: unknown): boolean {
  return error instanceof CausewayError && error.code === 'run_busy';
}

function parse<T>(schema: ZodType<T>, input: unknown, name: string): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new RequestError(
    'bad_argument',
    `${name} cannot use its arguments: ${issueText(parsed.error)}`,
    'Correct the named arguments',
  );
}
