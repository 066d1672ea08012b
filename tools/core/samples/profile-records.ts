import type { JsonObject } from '../json/json.ts';
import { unwrapExchange } from './exchange.ts';
import type { RecordStream } from './read-records.ts';
import { ValueProfile } from './value-profile.ts';

/** Profile of records that come one after the other; `progress` is called every 100,000 of them. */
export async function profileRecords(
  records: RecordStream,
  signal: AbortSignal,
  progress: (count: number) => void,
): Promise<ValueProfile> {
  const profile = new ValueProfile();
  for await (const line of records) {
    for (const record of unwrapExchange(line)) profile.add(record);
    if (profile.seen % 100_000 === 0 && profile.seen > 0) {
      signal.throwIfAborted();
      progress(profile.seen);
    }
  }
  profile.untyped = records.untyped;
  profile.warnings.push(...records.warnings);
  return profile;
}

/** Profile of records that are in memory. */
export function profileOf(records: Iterable<JsonObject>): ValueProfile {
  const profile = new ValueProfile();
  for (const record of records) profile.add(record);
  return profile;
}
