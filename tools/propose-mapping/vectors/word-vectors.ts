import { readFileSync } from 'node:fs';

/** Marks the file and its version. */
export const vectorsMagic = 'CWVECT01';
export const vectorsFile = new URL('word-vectors.bin', import.meta.url);

/**
 * Word vectors (see `build.ts`), pruned to words of field names and descriptions. Layout: magic (8 bytes), number of
 * words, dimensions, length of the word list in bytes (uint32 LE each), the words with newlines between them, then one
 * int8 per word and dimension.
 */
export class WordVectors {
  readonly dimensions: number;
  readonly #rows = new Map<string, number>();
  readonly #values: Int8Array;

  constructor(bytes: Buffer) {
    if (bytes.toString('latin1', 0, 8) !== vectorsMagic)
      throw new Error('word-vectors.bin is not a vectors file');
    const count = bytes.readUInt32LE(8);
    this.dimensions = bytes.readUInt32LE(12);
    const end = 20 + bytes.readUInt32LE(16);
    for (const [row, word] of bytes.toString('utf8', 20, end).split('\n').entries())
      this.#rows.set(word, row);
    this.#values = new Int8Array(bytes.buffer, bytes.byteOffset + end, count * this.dimensions);
  }

  get words(): Iterable<string> {
    return this.#rows.keys();
  }

  has(word: string): boolean {
    return this.#rows.has(word);
  }

  /** Unit vector in the direction of the weighted sum of the known words; null when none is known. */
  direction(words: Iterable<readonly [word: string, weight: number]>): Float32Array | null {
    const sum = new Float32Array(this.dimensions);
    let known = false;
    for (const [word, weight] of words) {
      const row = this.#rows.get(word);
      if (row === undefined || weight === 0) continue;
      known = true;
      const start = row * this.dimensions;
      let square = 0;
      for (let at = 0; at < this.dimensions; at += 1) square += (this.#values[start + at] ?? 0) ** 2;
      const scale = weight / Math.sqrt(square);
      for (let at = 0; at < this.dimensions; at += 1) {
        sum[at] = (sum[at] ?? 0) + scale * (this.#values[start + at] ?? 0);
      }
    }
    return known ? normalised(sum) : null;
  }
}

function normalised(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const scale = 1 / Math.sqrt(square);
  return vector.map((value) => value * scale);
}

/** Cosine of two unit vectors, -1..1; 0 where one is missing. */
export function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null) return 0;
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

let loaded: WordVectors | undefined;

/** The vectors that come with Causeway, read at the first use. */
export function wordVectors(): WordVectors {
  loaded ??= new WordVectors(readFileSync(vectorsFile));
  return loaded;
}
