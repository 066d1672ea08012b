import type { CausewayError } from './causeway-error.ts';
import { diskFull } from './disk-full.ts';
import { OutsideError } from './outside-error.ts';
import { RequestError } from './request-error.ts';

/** Primary result codes: https://sqlite.org/rescode.html. The higher bits of `errcode` only say more of the same. */
const sqlite = {
  perm: 3,
  busy: 5,
  locked: 6,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  notadb: 26,
};
const unusable = new Set([sqlite.perm, sqlite.readonly, sqlite.corrupt, sqlite.cantopen, sqlite.notadb]);

/**
 * What a failure of the database file means for its owner, be it wrapped by whoever used the database. Undefined when
 * it is none, or our mistake (bad SQL).
 */
export function sqliteError(error: Error): CausewayError | undefined {
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') {
    return error.cause instanceof Error ? sqliteError(error.cause) : undefined;
  }
  const primary = errcode & 0xff;
  const options = { cause: error };
  if (primary === sqlite.full) return diskFull(undefined, options);
  if (unusable.has(primary)) {
    return new RequestError(
      'unreadable_path',
      `The database of Causeway cannot be used (${error.message})`,
      'Check that CAUSEWAY_HOME (default ~/.causeway), or the file that CAUSEWAY_STORE names, is yours to write',
      options,
    );
  }
  if (primary === sqlite.busy || primary === sqlite.locked) {
    return new OutsideError(
      'busy',
      `Another process keeps the database of Causeway busy (${error.message})`,
      'Wait until it is done, then run the command again; finished steps are not repeated',
      options,
    );
  }
  if (primary === sqlite.ioerr) {
    return new OutsideError(
      'disk_failed',
      `The disk under the database of Causeway failed (${error.message})`,
      'Check that the disk of CAUSEWAY_HOME is not full or broken, then run again; finished steps are not repeated',
      options,
    );
  }
  return undefined;
}
