import { Headers } from 'headers-polyfill';
import { Body, type BodyInit, impliedType } from './body.ts';

interface ResponseInit {
  status?: number;
  statusText?: string;
  headers?: ConstructorParameters<typeof Headers>[0];
}

/** A fetch response. */
export class SandboxResponse extends Body {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly url = '';
  readonly redirected = false;
  readonly type = 'default';

  constructor(body: BodyInit = null, init: ResponseInit = {}) {
    const status = init.status ?? 200;
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw new RangeError(`init["status"] must be in the range of 200 to 599, inclusive.`);
    }
    if (body !== null && body !== undefined && [204, 205, 304].includes(status)) {
      throw new TypeError(`Response constructor: Invalid response status code ${status}`);
    }
    super(body);
    this.status = status;
    this.statusText = init.statusText ?? '';
    this.headers = new Headers(init.headers);
    const type = impliedType(body);
    if (type !== null && !this.headers.has('content-type')) this.headers.set('content-type', type);
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  clone(): SandboxResponse {
    const { status, statusText, headers } = this;
    return new SandboxResponse(this.copy(), { status, statusText, headers });
  }

  static json(value: unknown, init: ResponseInit = {}): SandboxResponse {
    const headers = new Headers(init.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new SandboxResponse(JSON.stringify(value), { ...init, headers });
  }

  static error(): SandboxResponse {
    return Object.assign(Object.create(SandboxResponse.prototype), { status: 0, type: 'error' });
  }
}
