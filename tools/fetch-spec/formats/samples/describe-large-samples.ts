import { stat } from 'node:fs/promises';
import { maxBytes } from '../../../core/documents/too-large.ts';
import type { ToolContext } from '../../../core/index.ts';
import { profileRecords } from '../../../core/samples/profile-records.ts';
import { readHead, readRecords } from '../../../core/samples/read-records.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { baseName, type Source } from '../../source/source.ts';
import { describeSamples } from './describe-samples.ts';

/** Descriptions are smaller than this; what is larger is read as records, one at a time. */
const large = Math.floor(maxBytes / 2);
/** Lists and lines of this size are records: they are read one at a time, too. */
const largeList = 1024 * 1024;
const headSize = 4_096;
const descriptions = /"(?:openapi|swagger|asyncapi|discoveryVersion|__schema|\$schema|_postman_id|log)"\s*:/;

/**
 * A file of sample records too large to be held in memory as a whole; undefined when it is of ordinary size, and so to be
 * read like any description. Throws `bad_samples` when it is large and holds no records.
 */
export async function describeLargeSamples(
  path: string,
  entity: string | null,
  context: ToolContext,
): Promise<ApiDescription | undefined> {
  const size = await stat(path).then(
    (stats) => (stats.isFile() ? stats.size : 0),
    () => 0,
  );
  if (!/\.(?:jsonl?|ndjson|csv|tsv|txt)(?:\.gz)?$/i.test(path)) return undefined;
  if (size <= (/\.gz$/i.test(path) ? largeList / 8 : largeList)) return undefined;
  if (!(await isPlainlyRecords(path, size, context.signal))) return undefined;
  const { format, records } = await readRecords(path, context.signal);
  const profile = await profileRecords(records, context.signal, (count) =>
    context.progress(`read ${count.toLocaleString('en')} records`),
  );
  const source: Source = {
    bytes: new Uint8Array(),
    origin: path,
    name: baseName(path),
    entity,
    related: async () => undefined,
  };
  return describeSamples(profile, source, format);
}

/** A table, or lists and lines of objects that are no recorded calls, whose form other loaders know. */
async function isPlainlyRecords(path: string, size: number, signal: AbortSignal): Promise<boolean> {
  if (/\.[ct]sv(?:\.gz)?$/i.test(path)) return true;
  const text = await readHead(path, headSize, signal);
  if (!/^\s*(?:\[\s*)?\{/.test(text) || descriptions.test(text)) return false;
  return size > large || (!/"(?:method|response|statusCode|scope)"\s*:/.test(text) && isListed(text, path));
}

/** Of an object alone nothing says that it is not a description. */
function isListed(text: string, path: string): boolean {
  return (
    /^\s*\[/.test(text) || /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path) || /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)
  );
}
