import { CausewayError } from './causeway-error.ts';

/** The request is wrong: unknown name, missing or unreadable file, not a spec, a bad argument. Exit 2. */
export class RequestError extends CausewayError {
  readonly kind = 'request';
}
