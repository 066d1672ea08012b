import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPath, textAt } from './json.ts';
import type { RunResult } from './report-run.ts';

/** How the last run ended. `end` is ISO text. */
export interface LastRun {
  readonly end: string;
  readonly result: RunResult;
  readonly failed: number;
}

const fileName = 'last-run.json';

/** Notes how a run ended. Not being able to is no reason to fail: the state itself is what counts. */
export async function noteLastRun(folder: string, run: LastRun): Promise<void> {
  try {
    await writeFile(join(folder, `${fileName}.new`), `${JSON.stringify(run)}\n`, { mode: 0o600 });
    await rename(join(folder, `${fileName}.new`), join(folder, fileName));
  } catch {
    // A health check then speaks of the run before.
  }
}

/** The last run that was noted; null where none was. */
export async function readLastRun(folder: string): Promise<LastRun | null> {
  try {
    const noted: unknown = JSON.parse(await readFile(join(folder, fileName), 'utf8'));
    const [end, result, failed] = [
      textAt(noted, ['end']),
      textAt(noted, ['result']),
      readPath(noted, ['failed']),
    ];
    const known = result === 'done' || result === 'dead_letters' || result === 'failed';
    return end !== undefined && known && typeof failed === 'number' ? { end, result, failed } : null;
  } catch {
    return null;
  }
}
