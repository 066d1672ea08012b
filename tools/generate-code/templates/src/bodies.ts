import type { ApiRequest } from './http.ts';

/** A request body of JSON. */
export function jsonBody(value: unknown, type = 'application/json'): NonNullable<ApiRequest['body']> {
  return { type, text: JSON.stringify(value) };
}
