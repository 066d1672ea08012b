import { fillRandom, randomUuid } from '../random.ts';
import { webCrypto } from '../web/crypto.ts';
import { bytesOf } from '../web/encoding.ts';
import { hashName, newHash } from '../web/hashes.ts';
import { Buffer, decode, type Encoding, encode } from './buffer.ts';

type Data = string | ArrayBufferView;

/** What `createHash` and `createHmac` return. */
export class Digest {
  readonly #hash: ReturnType<typeof newHash>;

  constructor(hash: ReturnType<typeof newHash>) {
    this.#hash = hash;
  }

  update(data: Data, encoding?: Encoding): this {
    this.#hash.update(toBytes(data, encoding));
    return this;
  }

  digest(): Buffer;
  digest(encoding: Encoding): string;
  digest(encoding?: Encoding): Buffer | string {
    const bytes = this.#hash.digest();
    return encoding === undefined ? Buffer.from(bytes) : decode(bytes, encoding);
  }
}

const toBytes = (data: Data, encoding?: Encoding): Uint8Array =>
  typeof data === 'string' ? encode(data, encoding) : bytesOf(data);

export const createHash = (name: string): Digest => new Digest(newHash(hashName(name)));
export const createHmac = (name: string, key: Data): Digest =>
  new Digest(newHash(hashName(name), toBytes(key)));
export const randomUUID = randomUuid;
export const { getRandomValues, subtle } = webCrypto;
export const webcrypto = webCrypto;

export function randomBytes(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  fillRandom(bytes);
  return bytes;
}

export function timingSafeEqual(left: ArrayBufferView, right: ArrayBufferView): boolean {
  const [a, b] = [bytesOf(left), bytesOf(right)];
  if (a.length !== b.length) throw new RangeError('Input buffers must have the same byte length');
  return a.every((byte, at) => byte === b[at]);
}
