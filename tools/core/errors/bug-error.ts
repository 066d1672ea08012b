import { CausewayError } from './causeway-error.ts';

/** A bug of ours, wrapped so that every face can show it. The original is the cause. Exit 70. */
export class BugError extends CausewayError {
  readonly kind = 'bug';
}
