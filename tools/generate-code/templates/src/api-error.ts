export interface ApiFailure {
  readonly method: string;
  /** Without its query: that may hold personal data or a secret. */
  readonly url: string;
  /** Null when no answer came: a network error or a timeout. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** The vendor's own error code. */
  readonly code: string | null;
  readonly detail: string;
  readonly retryAfterMs: number | null;
}

/** A call that did not work, with what support will ask for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure, options?: ErrorOptions) {
    const { method, url, status, requestId, code, detail } = failure;
    const facts = [status ?? 'no answer', code, requestId === null ? null : `request ${requestId}`];
    super(`${method} ${url}: ${facts.filter((fact) => fact !== null).join(', ')}: ${detail}`, options);
    this.failure = failure;
  }

  get status(): number | null {
    return this.failure.status;
  }

  /** Nobody can tell whether the request had its effect. */
  get outcomeUnknown(): boolean {
    return this.status === null || this.status >= 500;
  }

  /** The trouble is with the API or with our access to it, not with one record. */
  get isOutage(): boolean {
    return this.outcomeUnknown || this.status === 401 || this.status === 403 || this.status === 429;
  }
}
