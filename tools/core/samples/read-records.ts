import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RequestError } from '../errors/index.ts';
import type { JsonObject } from '../json/json.ts';
import { badSamples } from './bad-samples.ts';
import { csvRecords, looksLikeCsv } from './csv-records.ts';
import { jsonRecords } from './json-records.ts';
import { lineRecords } from './line-records.ts';

/** How many bytes of a file are looked at to see what it is. */
const headSize = 64 * 1024;

export type RecordsFormat = 'json-samples' | 'csv';

/** Sample records of a file, one after the other. */
export interface Records {
  readonly format: RecordsFormat;
  /** Read once. */
  readonly records: AsyncIterable<JsonObject>;
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
  const head = await headOf(path, signal);
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (text === '') throw badSamples(path, 'it is empty');
  const stream = () => open(path, signal);
  if (text.startsWith('[') || text.startsWith('{')) {
    const lines = text.startsWith('{') && firstLineIsRecord(text);
    return {
      format: 'json-samples',
      records: lines ? lineRecords(stream(), path) : jsonRecords(stream(), path),
    };
  }
  if (looksLikeCsv(text)) return { format: 'csv', records: csvRecords(stream(), text, path) };
  throw badSamples(path, 'it is neither JSON, JSON lines nor CSV with a header');
}

/** Is the first line a whole JSON object, and is there another line? */
function firstLineIsRecord(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0 || text.slice(end).trim() === '') return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

async function headOf(path: string, signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = open(path, signal);
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Uint8Array;
      chunks.push(bytes);
      size += bytes.byteLength;
      if (size >= headSize) break;
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw badSamples(path, 'it is a damaged gzip file', cause);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function open(path: string, signal: AbortSignal): Readable {
  const file = createReadStream(path, { signal });
  if (!/\.gz$/i.test(path)) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}
