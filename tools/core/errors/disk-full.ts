import { OutsideError } from './outside-error.ts';

/** The error for a disk, a quota or a file that takes no more bytes. */
export function diskFull(path: string | undefined, options: ErrorOptions): OutsideError {
  return new OutsideError(
    'disk_full',
    `The disk is full${path === undefined ? '' : ` at ${path}`}`,
    'Free some space and run the command again; finished steps are not repeated',
    options,
  );
}
