import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConnectRequest } from './connect-request.ts';
import { parseSpecReference } from './intent/spec-reference.ts';

/**
 * Digest of the local files that a request names; '' when it names none. An interrupted run is gone on with only while
 * they are what it has read.
 */
export async function digestInputs(request: ConnectRequest, cwd: string | null): Promise<string> {
  if (cwd === null) return '';
  const hash = createHash('sha256');
  let found = false;
  for (const text of [request.sourceSpec, request.targetSpec]) {
    if (text === null) continue;
    const content = await readFile(resolve(cwd, parseSpecReference(text).spec)).catch(() => undefined);
    if (content === undefined) continue;
    hash.update(content).update('\0');
    found = true;
  }
  return found ? hash.digest('hex') : '';
}
