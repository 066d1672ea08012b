import type { ApiError } from './api-error.ts';

const firstDelayMs = 500;
const longestDelayMs = 30_000;

/**
 * How long to wait before the next try; undefined when there must be none. A 429 was refused before it had any effect,
 * so every request may be sent again; after a network error or a 5xx only an idempotent one.
 */
export function retryDelay(
  error: ApiError,
  request: { readonly idempotent: boolean },
  attempt: number,
  random: () => number,
): number | undefined {
  const { status } = error;
  const transient = status === 429 || (request.idempotent && (error.outcomeUnknown || status === 408));
  if (!transient) return undefined;
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  // Full jitter: clients that failed together do not come back together.
  return error.failure.retryAfterMs ?? Math.round(random() * ceiling);
}

/** Reads `Retry-After`, seconds or an HTTP date, as milliseconds from now. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
