import { bytesOf, Utf8Decoder, Utf8Encoder } from '../web/encoding.ts';

export type Encoding = 'utf8' | 'utf-8' | 'hex' | 'base64' | 'base64url' | 'latin1' | 'binary' | 'ascii';

/** The part of Node's `Buffer` that clients use for signatures and Basic credentials. */
export class Buffer extends Uint8Array<ArrayBuffer> {
  constructor(source: number | ArrayBuffer, offset?: number, length?: number) {
    super(typeof source === 'number' ? new ArrayBuffer(source) : source, offset, length);
  }

  static override from(source: unknown, encoding?: unknown): Buffer {
    if (typeof source === 'string') return Buffer.#of(encode(source, encoding as Encoding | undefined));
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return Buffer.#of(bytesOf(source));
    return Buffer.#of(Uint8Array.from(source as Iterable<number>));
  }

  static alloc(size: number): Buffer {
    return new Buffer(size);
  }

  static concat(parts: readonly Uint8Array[]): Buffer {
    const whole = new Buffer(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  static isBuffer(value: unknown): value is Buffer {
    return value instanceof Buffer;
  }

  static byteLength(text: string, encoding: Encoding = 'utf8'): number {
    return encode(text, encoding).length;
  }

  static #of(bytes: Uint8Array): Buffer {
    const buffer = new Buffer(bytes.length);
    buffer.set(bytes);
    return buffer;
  }

  override toString(encoding: Encoding = 'utf8'): string {
    return decode(this, encoding);
  }

  equals(other: Uint8Array): boolean {
    return other.length === this.length && this.every((byte, at) => byte === other[at]);
  }

  toJSON(): { type: 'Buffer'; data: number[] } {
    return { type: 'Buffer', data: [...this] };
  }
}

/** The bytes of a text in an encoding. */
export function encode(text: string, encoding: Encoding = 'utf8'): Uint8Array {
  if (encoding === 'utf8' || encoding === 'utf-8') return new Utf8Encoder().encode(text);
  if (encoding === 'hex') {
    return Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  const plain =
    encoding === 'base64' || encoding === 'base64url'
      ? atob(text.replaceAll('-', '+').replaceAll('_', '/'))
      : text;
  return Uint8Array.from(plain, (character) => character.charCodeAt(0) & 0xff);
}

/** Bytes as text in an encoding. */
export function decode(bytes: Uint8Array, encoding: Encoding = 'utf8'): string {
  if (encoding === 'utf8' || encoding === 'utf-8')
    return new Utf8Decoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  let plain = '';
  for (const byte of bytes) plain += String.fromCharCode(byte);
  if (encoding === 'base64') return btoa(plain);
  if (encoding !== 'base64url') return plain;
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
