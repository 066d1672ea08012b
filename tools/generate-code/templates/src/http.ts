import { ApiError, type ApiFailure } from './api-error.ts';
import type { Authorizer } from './auth/authorizer.ts';
import type { Clock } from './clock.ts';
import { readPath, textAt } from './json.ts';
import type { Log } from './log.ts';
import { RateLimit } from './rate-limit.ts';
import { readRetryAfter, retryDelay } from './retry.ts';
import { noTelemetry, type Telemetry } from './telemetry.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The vendor's path, or a link the vendor sent: its host is ignored, so credentials never leave ours. */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly text: string };
  /** Sending it twice has the effect of sending it once. */
  readonly idempotent: boolean;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; text when it is something else; null when empty. */
  readonly body: unknown;
}

export interface HttpOptions {
  /** Scheme, host and port. */
  readonly baseUrl: string;
  readonly authorizer: Authorizer | null;
  readonly requestsPerSecond: number | null;
  /** Where the vendor puts an error's message and code in the body, and the request id in the headers. */
  readonly errors: { readonly message: readonly string[] | null; readonly code: readonly string[] | null };
  readonly requestIdHeader: string | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
  readonly timeoutMs?: number;
  readonly maxAttempts?: number;
  /** A request with all its tries takes no longer than this. */
  readonly budgetMs?: number;
}

/** One API over HTTP: timeout, retries, rate limit and errors are the same for every call. */
export class Http {
  readonly #options: HttpOptions;
  readonly #limit: RateLimit;
  readonly #telemetry: Telemetry;
  readonly #host: string;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#telemetry = options.telemetry ?? noTelemetry;
    this.#host = new URL(options.baseUrl).host;
    this.#limit = new RateLimit(options.requestsPerSecond, options.clock);
  }

  /** Sends a request until it works or must not be tried again. Throws `ApiError`. */
  async send(request: ApiRequest): Promise<ApiResponse> {
    const attributes = { 'http.request.method': request.method, 'server.address': this.#host };
    return this.#telemetry.span(request.method, attributes, () => this.#sendUntilDone(request));
  }

  async #sendUntilDone(request: ApiRequest): Promise<ApiResponse> {
    const { clock, log, random = Math.random, maxAttempts = 6, budgetMs = 120_000 } = this.#options;
    const deadline = clock.now() + budgetMs;
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      await this.#limit.wait();
      const answer = await this.#timed(request);
      if (!(answer instanceof ApiError)) return answer;
      if (answer.status === 401 && !renewed && this.#options.authorizer?.renew() === true) {
        renewed = true;
        continue;
      }
      const wait = retryDelay(answer, request, attempt, random);
      if (wait === undefined || attempt >= maxAttempts || clock.now() + wait > deadline) throw answer;
      // What the vendor says may quote the record.
      const { detail, ...facts } = answer.failure;
      const said = answer.status === null ? { detail } : {};
      log.warn('request failed, trying again', { ...facts, ...said, attempt, waitMs: wait });
      this.#telemetry.add('connector.retries', 1, {
        'server.address': this.#host,
        'http.response.status_code': answer.status ?? 0,
      });
      await clock.sleep(wait);
    }
  }

  async #timed(request: ApiRequest): Promise<ApiResponse | ApiError> {
    const before = this.#options.clock.now();
    const answer = await this.#try(request);
    this.#telemetry.took('http.client.request.duration', (this.#options.clock.now() - before) / 1000, {
      'http.request.method': request.method,
      'server.address': this.#host,
      'http.response.status_code': answer.status ?? 0,
    });
    return answer;
  }

  async #try(request: ApiRequest): Promise<ApiResponse | ApiError> {
    const { authorizer, timeoutMs = 30_000 } = this.#options;
    const url = this.#url(request);
    const headers = {
      Accept: 'application/json',
      ...(request.body === undefined ? {} : { 'Content-Type': request.body.type }),
      ...request.headers,
      ...(await authorizer?.headers({ method: request.method, url })),
    };
    try {
      const response = await (this.#options.fetch ?? fetch)(url, {
        method: request.method,
        headers,
        // A redirect to another host would carry the credentials there.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        ...(request.body === undefined ? {} : { body: request.body.text }),
      });
      return this.#read(request, url, response, await response.text());
    } catch (cause) {
      const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
      const detail = timedOut
        ? `no answer within ${timeoutMs} ms`
        : `the connection failed (${reason(cause)})`;
      return this.#error(request, url, { detail }, cause);
    }
  }

  #read(request: ApiRequest, url: URL, response: Response, text: string): ApiResponse | ApiError {
    const { errors, requestIdHeader, clock } = this.#options;
    const body = parse(text);
    if (response.ok && body !== malformed)
      return { status: response.status, headers: response.headers, body };
    const message = errors.message === null ? undefined : readPath(body, errors.message);
    return this.#error(request, url, {
      // A success that cannot be read is no success: it counts as if the answer had been lost.
      status: response.ok ? null : response.status,
      requestId: requestIdHeader === null ? null : response.headers.get(requestIdHeader),
      code: errors.code === null ? null : (textAt(body, errors.code) ?? null),
      detail: body === malformed ? 'the answer is not valid JSON' : describe(message ?? body),
      retryAfterMs: readRetryAfter(response.headers.get('Retry-After'), clock.now()),
    });
  }

  #error(request: ApiRequest, url: URL, failure: Partial<ApiFailure>, cause?: unknown): ApiError {
    return new ApiError(
      {
        method: request.method,
        url: `${url.origin}${url.pathname}`,
        status: null,
        requestId: null,
        code: null,
        detail: '',
        retryAfterMs: null,
        ...failure,
      },
      { cause },
    );
  }

  #url({ path, query }: ApiRequest): URL {
    const { origin } = new URL(this.#options.baseUrl);
    const link = new URL(path, origin);
    const url = new URL(`${link.pathname}${link.search}`, origin);
    for (const [name, value] of query ?? []) url.searchParams.append(name, value);
    return url;
  }
}

const malformed = Symbol('malformed');

/** Parsed JSON where the text looks like it, else the text. */
function parse(text: string): unknown {
  if (text.trim() === '') return null;
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return malformed;
  }
}

/** At most 300 characters of what the vendor said. */
function describe(body: unknown): string {
  const said = body ?? 'no details';
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
