import { ApiError } from './api-error.ts';
import { ConfigError } from './config-error.ts';
import { readPath, textAt } from './json.ts';
import type { SourceSystem } from './systems.ts';

export interface Replay {
  /** Each once, as the source has it now; as it was where the source cannot be asked. */
  readonly records: readonly unknown[];
  /** Ids of those that are no longer in the source: what was erased there must not come back from a file of ours. */
  readonly gone: readonly string[];
}

/** The records of a dead letter file. Throws `ConfigError` for a line that is no dead letter. */
export async function readDeadLetters(text: string, source: SourceSystem): Promise<Replay> {
  const letters = new Map<string, unknown>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const letter = parseLetter(line, index + 1);
    letters.set(textAt(letter, ['source']) ?? line, letter);
  }
  const records: unknown[] = [];
  const gone: string[] = [];
  for (const letter of letters.values()) {
    const id = textAt(letter, ['source']);
    if (id === undefined || source.get === null) {
      records.push(readPath(letter, ['record']));
      continue;
    }
    const record = await readNow(source.get, id);
    if (record === undefined) gone.push(id);
    else records.push(record);
  }
  return { records, gone };
}

function parseLetter(line: string, number: number): unknown {
  let letter: unknown;
  try {
    letter = JSON.parse(line);
  } catch {
    // Told below: the parser's own message would quote the line.
  }
  if (readPath(letter, ['record']) === undefined) {
    throw new ConfigError(`Line ${number} of the dead letter file is not a dead letter; mend or remove it`);
  }
  return letter;
}

/** Undefined when the source has the record no more: it answers 404, or says so in a record of its own. */
async function readNow(get: (id: string) => Promise<unknown>, id: string): Promise<unknown> {
  try {
    const record = await get(id);
    return readPath(record, ['deleted']) === true ? undefined : record;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 410)) return undefined;
    throw error;
  }
}
