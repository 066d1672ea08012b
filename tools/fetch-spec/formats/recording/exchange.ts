import type { Json, JsonObject } from '../../../core/json/json.ts';

/** One recorded request and its answer, whatever recorded it. Nothing secret is in it: of headers only names are kept. */
export interface Exchange {
  readonly method: string;
  /** `https://api.acme.example`, or '' when the recording does not say. */
  readonly origin: string;
  readonly path: string;
  /** What is asked for where one path serves many kinds of records: `Contact` of `FROM Contact`, a root field of GraphQL. */
  readonly about: string | null;
  readonly query: readonly (readonly [string, string])[];
  /** Security scheme of OpenAPI that the request shows, without any value. */
  readonly auth: JsonObject | null;
  readonly requestBody: Json | undefined;
  readonly requestType: string | null;
  readonly status: number;
  readonly responseBody: Json | undefined;
  readonly responseHeaders: readonly string[];
}

/** Text of a body as JSON, or as the fields of a form; undefined when it is neither. */
export function parseBody(text: string, mediaType: string | null = null): Json | undefined {
  // Google and others put this before JSON, so that no page can run it as a script.
  const plain = text.replace(/^\)\]\}',?\s*/, '');
  if (/^\s*[[{]/.test(plain)) {
    try {
      return JSON.parse(plain) as Json;
    } catch {
      return undefined;
    }
  }
  return /x-www-form-urlencoded/i.test(mediaType ?? '') && text !== ''
    ? Object.fromEntries(new URLSearchParams(text))
    : undefined;
}
