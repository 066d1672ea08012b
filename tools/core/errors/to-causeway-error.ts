import { BugError } from './bug-error.ts';
import { CausewayError } from './causeway-error.ts';
import { OutsideError } from './outside-error.ts';
import { RequestError } from './request-error.ts';

const unreadable = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM', 'EROFS']);

/** Any thrown value as a CausewayError: ours stay, system errors get words, the rest are bugs. */
export function toCausewayError(thrown: unknown): CausewayError {
  if (thrown instanceof CausewayError) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code, path } = error as NodeJS.ErrnoException;
  const options = { cause: thrown };
  if (code === 'ENOSPC') {
    return new OutsideError(
      'disk_full',
      `The disk is full${path ? ` at ${path}` : ''}`,
      'Free some space and run the command again; finished steps are not repeated',
      options,
    );
  }
  if (code !== undefined && unreadable.has(code)) {
    return new RequestError(
      'unreadable_path',
      `${path ?? 'A path'} cannot be used (${code})`,
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
  return new BugError(
    'bug',
    `Something went wrong inside Causeway: ${error.message}`,
    'Run again with CAUSEWAY_DEBUG=1 and report the stack trace',
    options,
  );
}
