/** Process exit codes that other programs may rely on. */
export const exitCodes = { done: 0, needsPerson: 1, request: 2, refused: 3, outside: 4, bug: 70 } as const;
export type ErrorKind = 'request' | 'refused' | 'outside' | 'bug';

/**
 * An expected failure: a stable code, what happened, and what to do next. `message` and `hint` are shown to people
 * and to models, so they never hold a secret. `message` and `hint` end without a full stop.
 */
export abstract class CausewayError extends Error {
  abstract readonly kind: ErrorKind;
  /** Stable, snake_case: `unknown_system`. */
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.hint = hint;
  }

  get exitCode(): number {
    return exitCodes[this.kind];
  }

  /** The public form: what `--json` prints and what a tool result carries. */
  toJSON(): { code: string; message: string; hint: string } {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}
