import { RequestError } from '../errors/index.ts';

/** Largest document that is read, packed or unpacked, in bytes. */
export const maxBytes = 50 * 1024 * 1024;

/** The error for a document over the size cap. */
export function tooLarge(what: string): RequestError {
  return new RequestError(
    'too_large',
    `${what} is larger than ${maxBytes / 1024 / 1024} MB`,
    'Give a smaller part: many vendors publish one description per area',
  );
}
