import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Warning } from '../../model/index.ts';
import { RequestError } from '../errors/index.ts';
import type { JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';
import { canBeOneColumn, csvRecords, looksLikeCsv } from './csv-records.ts';
import { findRecordPlace } from './json-layout.ts';
import { jsonRecords } from './json-records.ts';
import { lineRecords } from './line-records.ts';

/** How many bytes of a file are looked at to see what it is. */
const headSize = 64 * 1024;

export type RecordsFormat = 'json-samples' | 'csv';

/** Records one after the other. Read once; what was doubtful is in `warnings` when all are read. */
export interface RecordStream extends AsyncIterable<JsonObject> {
  readonly warnings: readonly Warning[];
  /** Is every value a text, whatever it means (CSV)? */
  readonly untyped: boolean;
}

/** Sample records of a file, one after the other. */
export interface Records {
  readonly format: RecordsFormat;
  readonly records: RecordStream;
}

/**
 * Streams sample records out of a regular file: JSON lines, a JSON list or an answer that wraps one, CSV with a header; also
 * gzipped. Only one record is in memory at a time. Throws `unreadable_path`, `bad_samples`.
 */
export async function readRecords(path: string, signal: AbortSignal): Promise<Records> {
  const stats = await stat(path);
  if (!stats.isFile()) {
    throw new RequestError('unreadable_path', `${path} is not a file`, 'Give the path of the file itself');
  }
  const head = await readHead(path, headSize, signal);
  const text = head.trimStart();
  if (text === '') throw badSamples(path, 'it is empty');
  const warnings: Warning[] = [];
  const stream = () => open(path, signal);
  if (text.startsWith('[') || text.startsWith('{')) {
    const records =
      text.startsWith('{') && looksLikeLines(text)
        ? lineRecords(stream(), path, warnings)
        : jsonOf(text, stream, path);
    return { format: 'json-samples', records: Object.assign(records, { warnings, untyped: false }) };
  }
  if (looksLikeCsv(text) || (/\.[ct]sv(?:\.gz)?$/i.test(path) && canBeOneColumn(text))) {
    const records = csvRecords(stream(), text, path, warnings);
    return { format: 'csv', records: Object.assign(records, { warnings, untyped: true }) };
  }
  throw badSamples(path, 'it is neither JSON, JSON lines nor CSV with a header');
}

/** The text is read twice when it is one object: to find where its records are, and to read them. */
async function* jsonOf(head: string, stream: () => Readable, path: string): AsyncGenerator<JsonObject> {
  const list = { at: [], each: true };
  yield* jsonRecords(stream(), head.startsWith('[') ? list : await findRecordPlace(stream()), path);
}

/** Are most of the first lines a whole JSON object each, and is there more than one? */
function looksLikeLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // The last one may be cut.
  const first = lines.slice(
    0,
    lines.length < 2 || text.length < headSize / 4 ? 10 : Math.min(10, lines.length - 1),
  );
  const whole = first.filter(isWholeObject).length;
  return lines.length > 1 && (isWholeObject(lines[0] ?? '') || (whole > 0 && whole * 2 >= first.length));
}

function isWholeObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** The beginning of a file, unpacked, without a byte-order mark. Throws `bad_samples` for a damaged gzip file. */
export async function readHead(path: string, length: number, signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = open(path, signal);
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Uint8Array;
      chunks.push(bytes);
      size += bytes.byteLength;
      if (size >= length) break;
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw badSamples(path, 'it is a damaged gzip file', cause);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function open(path: string, signal: AbortSignal): Readable {
  const file = createReadStream(path, { signal });
  if (!/\.gz$/i.test(path)) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}
