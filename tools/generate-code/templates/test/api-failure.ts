import { ApiError } from '../src/api-error.ts';

/** A call that failed; null when no answer came. */
export function apiFailure(status: number | null): ApiError {
  const nothing = { requestId: null, code: null, retryAfterMs: null };
  return new ApiError({
    method: 'POST',
    url: 'https://api.test/cards',
    status,
    detail: 'as told',
    ...nothing,
  });
}
