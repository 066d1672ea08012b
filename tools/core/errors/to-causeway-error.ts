import { BugError } from './bug-error.ts';
import { CausewayError } from './causeway-error.ts';
import { diskFull } from './disk-full.ts';
import { OutsideError } from './outside-error.ts';
import { RequestError } from './request-error.ts';
import { sqliteError } from './sqlite-error.ts';

/** No more bytes: the disk, the user's quota, the largest size of a file. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** The path is not there, is something else than was meant (a folder, a file, a socket), or is not ours. */
const unreadable = new Set([
  ...['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'EEXIST'],
  ...['ENXIO', 'ELOOP', 'ENAMETOOLONG'],
]);

/** Any thrown value as a CausewayError: ours stay, failures of disk and database get words, the rest are bugs. */
export function toCausewayError(thrown: unknown): CausewayError {
  if (thrown instanceof CausewayError) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code } = error as NodeJS.ErrnoException;
  const options = { cause: thrown };
  if (code !== undefined && full.has(code)) return diskFull(pathOf(error), options);
  if (code !== undefined && unreadable.has(code)) {
    return new RequestError(
      'unreadable_path',
      // Node names no path where an open file fails; its own words then say what was tried.
      `${pathOf(error) ?? 'A path'} cannot be used (${pathOf(error) === undefined ? error.message : code})`,
      'Check that it exists and that you may read or write it',
      options,
    );
  }
  if (error.name === 'AbortError') {
    return new OutsideError(
      'cancelled',
      'The work was cancelled',
      'Run the command again; finished steps are not repeated',
      options,
    );
  }
  return (
    sqliteError(error) ??
    new BugError(
      'bug',
      `Something went wrong inside Causeway: ${error.message}`,
      'Run again with CAUSEWAY_DEBUG=1 and report the stack trace',
      options,
    )
  );
}

/** The path that failed: said by the error itself, or by the one it was made from. */
function pathOf(error: Error): string | undefined {
  const { path } = error as NodeJS.ErrnoException;
  if (path !== undefined) return path;
  return error.cause instanceof Error ? pathOf(error.cause) : undefined;
}
