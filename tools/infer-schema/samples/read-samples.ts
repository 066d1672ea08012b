import { callerPath, readCallerFile } from '../../core/documents/caller-file.ts';
import { decode } from '../../core/documents/decode.ts';
import { parseText } from '../../core/documents/parse-text.ts';
import { recordsIn } from '../../core/documents/records-in.ts';
import { RequestError, type ToolContext } from '../../core/index.ts';
import { isObject, type JsonObject } from '../../core/json/json.ts';
import type { Warning } from '../../model/index.ts';

/** Most records that are looked at: more say nothing new about their fields. */
const maxRecords = 2_000;

/**
 * Sample records from a file of the caller: a JSON list, JSON lines, an answer that wraps a list, or one record. Throws
 * `bad_samples` and the errors of reading a file.
 */
export async function readSamples(
  path: string,
  context: ToolContext,
): Promise<{ records: readonly JsonObject[]; warnings: Warning[] }> {
  const bytes = await readCallerFile(callerPath(path, context), context.signal);
  const { value, warnings } = parseSamples(bytes, path);
  const records = recordsIn(value) ?? (isObject(value) ? [value] : undefined);
  if (records === undefined) throw badSamples(path, 'it holds no JSON objects');
  return { records: records.slice(0, maxRecords), warnings };
}

function parseSamples(bytes: Uint8Array, path: string) {
  try {
    return parseText(decode(bytes));
  } catch (thrown) {
    if (thrown instanceof RequestError && thrown.code === 'not_a_spec')
      throw badSamples(path, thrown.message, thrown);
    throw thrown;
  }
}

function badSamples(path: string, why: string, cause?: unknown): RequestError {
  return new RequestError(
    'bad_samples',
    `${path} has no sample records: ${why}`,
    'Give a JSON list of records, one JSON record per line, or one record',
    { cause },
  );
}
