import { stat } from 'node:fs/promises';
import { maxBytes } from '../../../core/documents/too-large.ts';
import type { ToolContext } from '../../../core/index.ts';
import { profileRecords } from '../../../core/samples/profile-records.ts';
import { readRecords } from '../../../core/samples/read-records.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { baseName, type Source } from '../../source/source.ts';
import { describeSamples } from './describe-samples.ts';

/** Descriptions are smaller than this; what is larger is read as records, one at a time. */
const large = Math.floor(maxBytes / 2);

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
  if (size <= large || !/\.(?:jsonl?|ndjson|csv|tsv|txt)(?:\.gz)?$/i.test(path)) return undefined;
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
