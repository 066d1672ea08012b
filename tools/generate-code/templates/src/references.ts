import { ApiError } from './api-error.ts';
import { mapLimited } from './each-limited.ts';
import { textAt } from './json.ts';

const concurrency = 4;

/** Reads the records behind a page of references. One that was deleted in the meantime is left out. */
export async function readReferences(
  references: readonly unknown[],
  idPath: readonly string[],
  get: (id: string) => Promise<unknown>,
): Promise<unknown[]> {
  const ids = references.map((reference) => textAt(reference, idPath)).filter((id) => id !== undefined);
  const records = await mapLimited(ids, concurrency, (id) => getIfThere(id, get));
  return records.filter((record) => record !== undefined);
}

async function getIfThere(id: string, get: (id: string) => Promise<unknown>): Promise<unknown> {
  try {
    return await get(id);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
