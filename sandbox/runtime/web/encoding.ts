/** UTF-8 in both directions; the only encoding connectors meet. */
export class Utf8Encoder {
  readonly encoding = 'utf-8';

  encode(text = ''): Uint8Array<ArrayBuffer> {
    const bytes: number[] = [];
    for (const character of String(text)) {
      const point = character.codePointAt(0) ?? 0;
      const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
      if (code < 0x80) bytes.push(code);
      else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
      else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      else {
        bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
        bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      }
    }
    return Uint8Array.from(bytes);
  }
}

const smallest = [0, 0x80, 0x800, 0x10000];

/** Decodes UTF-8; a malformed sequence becomes U+FFFD, or an error when `fatal`. */
export class Utf8Decoder {
  readonly encoding = 'utf-8';
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    if (!/^utf-?8$/i.test(label))
      throw new RangeError(`the encoding ${label} is not available in the sandbox`);
    this.fatal = options.fatal ?? false;
    this.ignoreBOM = options.ignoreBOM ?? false;
  }

  decode(input: ArrayBuffer | ArrayBufferView = new Uint8Array()): string {
    const bytes = bytesOf(input);
    let text = '';
    let at = !this.ignoreBOM && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (at < bytes.length) {
      const { point, length } = sequence(bytes, at);
      if (point === null && this.fatal)
        throw new TypeError('The encoded data was not valid for encoding utf-8');
      text += String.fromCodePoint(point ?? 0xfffd);
      at += length;
    }
    return text;
  }
}

/** The bytes of a buffer or of a view on one, not copied. */
export function bytesOf(input: ArrayBuffer | ArrayBufferView): Uint8Array {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  return new Uint8Array(input);
}

function sequence(bytes: Uint8Array, at: number): { point: number | null; length: number } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { point: first, length: 1 };
  const extra = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 ? 1 : 0;
  if (extra === 0 || first > 0xf4) return { point: null, length: 1 };
  let point = first & (0x3f >> extra);
  for (let next = 1; next <= extra; next++) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return { point: null, length: next };
    point = (point << 6) | (byte & 63);
  }
  const wrong = point < (smallest[extra] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
  return { point: wrong ? null : point, length: extra + 1 };
}
