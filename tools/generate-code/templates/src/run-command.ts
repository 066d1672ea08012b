import { ApiError } from './api-error.ts';
import { ConfigError } from './config-error.ts';
import { FileState } from './file-state.ts';
import { noteLastRun } from './last-run.ts';
import { LockedError, lock } from './lock.ts';
import { PaginationError } from './pages.ts';
import { type RunResult, reportRun } from './report-run.ts';
import type { SyncState } from './state.ts';
import { type Counts, noCounts, type Summary } from './sync.ts';
import type { Telemetry } from './telemetry.ts';

/** What other programs may rely on. */
const exitCodes = { done: 0, deadLetters: 1, configuration: 2, outside: 4, bug: 70 } as const;

export interface Command {
  readonly stateDir: string;
  readonly json: boolean;
  readonly telemetry: Telemetry;
  /** Counts up as it goes. */
  run(state: SyncState, counts: Counts): Promise<Summary>;
}

/**
 * Runs a command with the state folder locked, prints its summary, answers the exit code. `prepare` reads arguments and
 * environment; what it throws is a wrong configuration.
 */
export async function runCommand(help: string, prepare: () => Promise<Command | 'help'>): Promise<number> {
  try {
    const command = await prepare();
    if (command === 'help') {
      process.stdout.write(help);
      return exitCodes.done;
    }
    const release = await lock(command.stateDir);
    try {
      const summary = await runWithState(command);
      return summary.failed > 0 ? exitCodes.deadLetters : exitCodes.done;
    } finally {
      await release();
    }
  } catch (error) {
    const code = exitCodeOf(error);
    const text =
      error instanceof Error ? (code === exitCodes.bug ? error.stack : error.message) : String(error);
    process.stderr.write(`${text}\n`);
    return code;
  }
}

/** Prints the summary; as JSON also that of a run which an outside system ended early. */
async function runWithState({ stateDir, json, telemetry, run }: Command): Promise<Summary> {
  const started = Date.now();
  const state = await FileState.open(stateDir, new Date(started).toISOString().replaceAll(/[:.]/g, '-'));
  const counts = noCounts();
  const report = async (result: RunResult): Promise<void> => {
    const now = Date.now();
    await noteLastRun(stateDir, { end: new Date(now).toISOString(), result, failed: counts.failed });
    reportRun(telemetry, result, { counts, checkpoint: state.checkpoint, ms: now - started }, now);
  };
  try {
    const summary = await telemetry.span('run', {}, () => run(state, counts));
    process.stdout.write(json ? `${JSON.stringify(summary)}\n` : describe(summary));
    await report(summary.failed > 0 ? 'dead_letters' : 'done');
    return summary;
  } catch (error) {
    await report('failed');
    const { deadLetterFile, checkpoint } = state;
    const summary: Summary = { ...counts, deadLetterFile, checkpoint, ms: Date.now() - started };
    if (json && exitCodeOf(error) === exitCodes.outside) process.stdout.write(`${JSON.stringify(summary)}\n`);
    throw error;
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ApiError || error instanceof PaginationError) return exitCodes.outside;
  if (error instanceof ConfigError || error instanceof LockedError) return exitCodes.configuration;
  // Of node:util parseArgs and the file system: a wrong option, a folder that cannot be written.
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(ERR_PARSE_ARGS|EACCES|EISDIR|ENOENT|ENOTDIR|EROFS|ENOSPC)/.test(code)
    ? exitCodes.configuration
    : exitCodes.bug;
}

function describe(summary: Summary): string {
  const { read, created, updated, skipped, failed, deadLetterFile, ms } = summary;
  const counts = `${read} read, ${created} created, ${updated} updated, ${skipped} unchanged, ${failed} failed`;
  const letters =
    deadLetterFile === null
      ? ''
      : `Failed records: ${deadLetterFile}\nOnce mended: npm run replay -- --dead-letters ${deadLetterFile}\n`;
  return `${counts} in ${(ms / 1000).toFixed(1)} s\n${letters}`;
}
