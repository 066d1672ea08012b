import { Headers } from 'headers-polyfill';
import { Body, type BodyInit, impliedType } from './body.ts';

interface RequestInit {
  method?: string;
  headers?: ConstructorParameters<typeof Headers>[0];
  body?: BodyInit;
  signal?: AbortSignal | null;
  redirect?: string;
}

const known = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** A fetch request. */
export class SandboxRequest extends Body {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly redirect: string;

  constructor(input: string | URL | SandboxRequest, init: RequestInit = {}) {
    const from = input instanceof SandboxRequest ? input : null;
    const body = init.body ?? from?.copy() ?? null;
    const method = (init.method ?? from?.method ?? 'GET').toUpperCase();
    if (body !== null && (method === 'GET' || method === 'HEAD')) {
      throw new TypeError('Request with GET/HEAD method cannot have body.');
    }
    super(body);
    this.url = from?.url ?? new URL(String(input)).href;
    this.method = known.includes(method) ? method : (init.method ?? method);
    this.headers = new Headers(init.headers ?? from?.headers);
    this.signal = init.signal ?? from?.signal ?? new AbortController().signal;
    this.redirect = init.redirect ?? from?.redirect ?? 'follow';
    const type = impliedType(init.body);
    if (type !== null && !this.headers.has('content-type')) this.headers.set('content-type', type);
  }

  clone(): SandboxRequest {
    return new SandboxRequest(this);
  }
}
