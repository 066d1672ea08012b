import { CausewayError } from './causeway-error.ts';

/** Understood and refused: policy, allow-list, no approval. Exit 3. */
export class RefusedError extends CausewayError {
  readonly kind = 'refused';
}
