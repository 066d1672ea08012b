import { callerPath } from '../../core/documents/caller-file.ts';
import type { ToolContext } from '../../core/index.ts';
import { badSamples } from '../../core/samples/bad-samples.ts';
import { profileRecords } from '../../core/samples/profile-records.ts';
import { readRecords } from '../../core/samples/read-records.ts';
import type { ValueProfile } from '../../core/samples/value-profile.ts';

/**
 * What a file of the caller shows of sample records, read as a stream: a JSON list, JSON lines, CSV, an answer that wraps a
 * list, or one record. Throws `bad_samples` and the errors of reading a file.
 */
export async function readSamples(path: string, context: ToolContext): Promise<ValueProfile> {
  const { records } = await readRecords(callerPath(path, context), context.signal);
  const profile = await profileRecords(records, context.signal, (count) =>
    context.progress(`read ${count.toLocaleString('en')} sample records`),
  );
  if (profile.objects === 0) throw badSamples(path, 'it holds no JSON objects');
  return profile;
}
