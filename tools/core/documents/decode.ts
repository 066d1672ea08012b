import { gunzipSync } from 'node:zlib';
import { maxBytes, tooLarge } from './too-large.ts';
import { unreadable } from './unreadable.ts';

/** Bytes to text: gzip unpacked under the size cap, byte-order marks stripped. Throws `too_large`, `not_a_spec`. */
export function decode(bytes: Uint8Array): string {
  const plain = unpack(bytes);
  if (plain.length === 0) throw unreadable('it is empty');
  const head = Buffer.from(plain.subarray(0, 4)).toString('latin1');
  if (head.startsWith('PK'))
    throw unreadable('it is a ZIP archive', 'Unpack it and give the description inside');
  if (head.startsWith('%PDF')) throw unreadable('it is a PDF document');
  const encoding = head.startsWith('\xff\xfe')
    ? 'utf-16le'
    : head.startsWith('\xfe\xff')
      ? 'utf-16be'
      : 'utf-8';
  // The decoder strips the mark itself.
  const text = new TextDecoder(encoding).decode(plain);
  if (text.slice(0, 10_000).includes('\0')) throw unreadable('it is binary data');
  if (text.trim() === '') throw unreadable('it is empty');
  return text;
}

/** The bytes without gzip; twice, since a server may pack a .gz file again on its way. Throws `too_large`, `not_a_spec`. */
export function unpack(bytes: Uint8Array): Uint8Array {
  return unpackOnce(unpackOnce(bytes));
}

function unpackOnce(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge('The file, unpacked,');
    }
    throw unreadable('it is a damaged gzip file', 'Download it again');
  }
}
