import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RefusedError, RequestError } from '../errors/index.ts';
import type { ToolContext } from '../tool.ts';
import { maxBytes, tooLarge } from './too-large.ts';

/** The absolute path of a file named by a caller. Throws `paths_refused` where callers may not name files. */
export function callerPath(path: string, context: ToolContext): string {
  if (context.cwd === null) {
    throw new RefusedError(
      'paths_refused',
      'Files cannot be named from here',
      'Give a catalog name such as hubspot, or the URL of a description',
    );
  }
  return resolve(context.cwd, path);
}

/** The bytes of a regular file under the size cap. Throws `unreadable_path`, `too_large` and system errors. */
export async function readCallerFile(path: string, signal: AbortSignal): Promise<Uint8Array> {
  // A pipe without a writer would keep a blocking open waiting for ever, before we can see that it is one.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    // Devices and pipes may never end; a directory has nothing to read.
    if (!stats.isFile()) {
      throw new RequestError('unreadable_path', `${path} is not a file`, 'Give the path of the file itself');
    }
    if (stats.size > maxBytes) throw tooLarge(path);
    return await file.readFile({ signal });
  } finally {
    await file.close();
  }
}
