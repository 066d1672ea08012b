import { bytesOf, Utf8Decoder, Utf8Encoder } from './encoding.ts';

export type BodyInit = string | ArrayBuffer | ArrayBufferView | URLSearchParams | null | undefined;

/** The part a request and a response share: content that can be read once. */
export class Body {
  #bytes: Uint8Array | null;
  #used = false;

  constructor(body: BodyInit) {
    this.#bytes = body === null || body === undefined ? null : toBytes(body);
  }

  get bodyUsed(): boolean {
    return this.#used;
  }

  /** A small stream: it can be cancelled or iterated. */
  get body(): (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null {
    if (this.#bytes === null) return null;
    const take = () => this.#take();
    return {
      async *[Symbol.asyncIterator]() {
        yield take();
      },
      cancel: async () => {
        this.#used = true;
      },
    };
  }

  async text(): Promise<string> {
    return new Utf8Decoder().decode(this.#take());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async bytes(): Promise<Uint8Array> {
    return this.#take().slice();
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return Uint8Array.from(this.#take()).buffer;
  }

  /** The bytes for a clone, which leaves this body unread. */
  protected copy(): Uint8Array | null {
    if (this.#used) throw new TypeError('Body has already been read');
    return this.#bytes;
  }

  #take(): Uint8Array {
    if (this.#used) throw new TypeError('Body is unusable: Body has already been read');
    this.#used = this.#bytes !== null;
    return this.#bytes ?? new Uint8Array();
  }
}

/** The content type which a body implies when no header gives one. */
export function impliedType(body: BodyInit): string | null {
  if (typeof body === 'string') return 'text/plain;charset=UTF-8';
  return body instanceof URLSearchParams ? 'application/x-www-form-urlencoded;charset=UTF-8' : null;
}

function toBytes(body: NonNullable<BodyInit>): Uint8Array {
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return bytesOf(body).slice();
  return new Utf8Encoder().encode(String(body));
}
