import { CausewayError } from './causeway-error.ts';

/** A system outside failed: network, GitHub, a model. Exit 4. */
export class OutsideError extends CausewayError {
  readonly kind = 'outside';
}
