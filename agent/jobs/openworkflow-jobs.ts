import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineWorkflow, OpenWorkflow } from 'openworkflow';
import { BackendSqlite } from 'openworkflow/sqlite';
import type { Job, Jobs, RunStep } from './jobs.ts';
import type { JsonValue } from './json-value.ts';
import { lockRun } from './run-lock.ts';

/** A failed step is tried again when the job is run again, not by the engine on its own. */
const tryAgainLater = { initialInterval: '1ms', maximumInterval: '1ms', maximumAttempts: 0 } as const;

/**
 * Jobs on openworkflow with one SQLite file per run. openworkflow wants exactly one process per SQLite file; a file
 * per run with a lock beside it gives that, while any number of processes work on different runs.
 */
export function openworkflowJobs(folder: string): Jobs {
  mkdirSync(folder, { recursive: true });
  return {
    async run<Output extends JsonValue>(run: string, name: string, job: Job<Output>) {
      const lock = lockRun(join(folder, `${run}.lock`), run);
      try {
        const backend = BackendSqlite.connect(join(folder, `${run}.db`));
        try {
          return (await drive(backend, run, name, job)) as Output;
        } finally {
          await backend.stop();
        }
      } finally {
        lock.release();
      }
    },
  };
}

async function drive(
  backend: BackendSqlite,
  run: string,
  name: string,
  job: Job<JsonValue>,
): Promise<JsonValue> {
  const failure: { thrown: unknown }[] = [];
  const workflow = defineWorkflow<null, { value: JsonValue }>(
    { name, retryPolicy: tryAgainLater },
    async (params) => {
      const step: RunStep = async (stepName, work) => {
        const guarded = async () => {
          try {
            return { value: await work() };
          } catch (thrown) {
            failure.push({ thrown });
            throw thrown;
          }
        };
        return (await params.step.run({ name: stepName, retryPolicy: tryAgainLater }, guarded)).value;
      };
      try {
        return { value: await job(step) };
      } catch (thrown) {
        // Behind a failed step this is the engine's own signal; the step's error came first.
        failure.push({ thrown });
        throw thrown;
      }
    },
  );
  const client = new OpenWorkflow({ backend });
  client.implementWorkflow(workflow.spec, workflow.fn);
  const existing = (await backend.listWorkflowRuns({})).data.find((row) => row.workflowName === name);
  const id =
    existing?.id ??
    (await client.runWorkflow(workflow.spec, null, { idempotencyKey: `${run}:${name}` })).workflowRun.id;
  await takeOver(backend, id);
  const worker = client.newWorker();
  for (;;) {
    const state = await backend.getWorkflowRun({ workflowRunId: id });
    if (state?.status === 'completed') return (state.output as { value: JsonValue }).value;
    const failed = failure[0];
    if (failed !== undefined) throw failed.thrown;
    if (state?.status === 'failed' || state?.status === 'canceled')
      throw new Error(state.error?.message ?? `${name} ${state.status}`);
    if ((await worker.tick()) === 0) await sleep(20);
    // Waits for the execution that the tick began.
    await worker.stop();
  }
}

/** The lease of a process that died runs for up to 30 s more; we hold the run's lock, so we may end it now. */
async function takeOver(backend: BackendSqlite, id: string): Promise<void> {
  const row = await backend.getWorkflowRun({ workflowRunId: id });
  if (row?.status === 'running' && row.workerId !== null) {
    await backend.extendWorkflowRunLease({ workflowRunId: id, workerId: row.workerId, leaseDurationMs: 0 });
  }
}
