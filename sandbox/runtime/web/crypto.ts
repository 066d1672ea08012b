import { fillRandom, randomUuid } from '../random.ts';
import { bytesOf } from './encoding.ts';
import { type HashName, hashName, newHash } from './hashes.ts';

type Source = ArrayBuffer | ArrayBufferView;
type Algorithm = string | { name: string; hash?: Algorithm };

/** A key for HMAC, the only kind there is. Its bytes are not readable. */
export class HmacKey {
  readonly type = 'secret';
  readonly extractable = false;
  readonly algorithm: { name: 'HMAC'; hash: { name: string } };
  readonly usages: readonly string[];
  readonly #hash: HashName;
  readonly #bytes: Uint8Array;

  constructor(hash: HashName, bytes: Uint8Array, usages: readonly string[]) {
    this.algorithm = { name: 'HMAC', hash: { name: hash } };
    this.usages = usages;
    this.#hash = hash;
    this.#bytes = bytes;
  }

  sign(data: Uint8Array): Uint8Array {
    return newHash(this.#hash, this.#bytes).update(data).digest();
  }
}

const nameOf = (algorithm: Algorithm): string => (typeof algorithm === 'string' ? algorithm : algorithm.name);

const subtle = {
  async digest(algorithm: Algorithm, data: Source): Promise<ArrayBuffer> {
    return buffer(
      newHash(hashName(nameOf(algorithm)))
        .update(bytesOf(data))
        .digest(),
    );
  },

  async importKey(
    format: string,
    data: Source,
    algorithm: Algorithm,
    _extractable: boolean,
    usages: string[],
  ) {
    const hash = typeof algorithm === 'string' ? undefined : algorithm.hash;
    if (format !== 'raw' || nameOf(algorithm).toUpperCase() !== 'HMAC' || hash === undefined) {
      throw new DOMException('only raw HMAC keys are available in the sandbox', 'NotSupportedError');
    }
    return new HmacKey(hashName(nameOf(hash)), bytesOf(data).slice(), usages);
  },

  async sign(_algorithm: Algorithm, key: HmacKey, data: Source): Promise<ArrayBuffer> {
    return buffer(key.sign(bytesOf(data)));
  },

  async verify(_algorithm: Algorithm, key: HmacKey, signature: Source, data: Source): Promise<boolean> {
    const given = bytesOf(signature);
    const wanted = key.sign(bytesOf(data));
    return given.length === wanted.length && wanted.every((byte, at) => byte === given[at]);
  },
};

/** WebCrypto as far as signing requests needs it. Randomness is seeded. */
export const webCrypto = {
  subtle,
  randomUUID: randomUuid,
  getRandomValues<View extends ArrayBufferView>(view: View): View {
    fillRandom(bytesOf(view));
    return view;
  },
};

function buffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
