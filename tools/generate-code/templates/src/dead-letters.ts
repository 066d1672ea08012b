import { ApiError } from './api-error.ts';
import { readPath, textAt } from './json.ts';
import type { SourceSystem } from './systems.ts';

/** The records of a dead letter file, each once, as the source has them now; as they were where it cannot be asked. */
export async function readDeadLetters(text: string, source: SourceSystem): Promise<unknown[]> {
  const letters = new Map<string, unknown>();
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const letter: unknown = JSON.parse(line);
    letters.set(textAt(letter, ['source']) ?? line, letter);
  }
  const records: unknown[] = [];
  for (const letter of letters.values()) {
    const id = textAt(letter, ['source']);
    const stored = readPath(letter, ['record']);
    records.push(id === undefined || source.get === null ? stored : await readNow(source.get, id, stored));
  }
  return records;
}

async function readNow(get: (id: string) => Promise<unknown>, id: string, stored: unknown): Promise<unknown> {
  try {
    return await get(id);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return stored;
    throw error;
  }
}
