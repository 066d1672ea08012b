import { recordsIn } from '../../../core/documents/records-in.ts';
import { isObject, type JsonObject } from '../../../core/json/json.ts';
import { csvTextRecords } from '../../../core/samples/csv-records.ts';
import { unwrapExchange } from '../../../core/samples/exchange.ts';
import { profileOf } from '../../../core/samples/profile-records.ts';
import type { Warning } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { entityName } from '../../naming/words.ts';
import type { Loader } from '../loader.ts';
import { describeSamples } from './describe-samples.ts';
import { type HalRecords, halRecords, withoutLinks } from './hal-records.ts';

/** Plain records: a JSON list, JSON lines, an answer that wraps a list, one record, or CSV with a header. */
export const samplesLoader: Loader = {
  name: 'samples',
  recognise(opened) {
    if (opened.syntax === 'csv') return 'csv';
    return recordsOf(opened) === undefined ? undefined : 'json-samples';
  },
  load(opened, format) {
    const doubts: Warning[] = [];
    const records =
      format === 'csv' ? csvTextRecords(opened.text, opened.source.origin, doubts) : recordsOf(opened);
    if (records === undefined || records.length === 0) {
      throw notASpec(
        format === 'csv' ? 'it is a CSV header without a record' : 'it holds no records',
        'Give a file with at least one record',
      );
    }
    const { source } = opened;
    // What a HAL answer calls its records says more than the name of the file.
    const entity = source.entity ?? listOf(opened)?.name ?? null;
    const description = describeSamples(
      profileOf(records.flatMap(unwrapExchange).map(withoutLinks)),
      entity === source.entity ? source : { ...source, entity: entityName(entity ?? '') || null },
      format,
    );
    return { ...description, warnings: [...opened.warnings, ...doubts, ...description.warnings] };
  },
};

/** The list in a HAL answer that is no record itself. */
function listOf({ value, syntax }: Opened): HalRecords | undefined {
  const isRecord = isObject(value) && looksLikeRecord(value);
  return value === null || syntax === 'yaml' || isRecord ? undefined : halRecords(value);
}

function recordsOf(opened: Opened): readonly JsonObject[] | undefined {
  const { value, syntax, source } = opened;
  if (value === null || syntax === 'yaml') return undefined;
  const records = recordsIn(value) ?? listOf(opened)?.records;
  if (records !== undefined) return records;
  // The caller who names the record type says that a lone object is a record.
  return isObject(value) && (source.entity !== null || looksLikeRecord(value)) ? [value] : undefined;
}

/** A lone object is taken for a record only if it says so itself, by an id. */
function looksLikeRecord(value: JsonObject): boolean {
  return Object.entries(value).some(
    ([name, inner]) =>
      /^(?:_?id|Id|ID|uuid|gid)$|[a-z](?:Id|ID)$|_id$/.test(name) &&
      (typeof inner === 'string' || typeof inner === 'number'),
  );
}
