/** A value that a transform refuses. The message says why; the caller knows which field. */
export class TransformError extends Error {
  override readonly name = 'TransformError';
}
