import { wordOf } from '../../../../../core/json/json.ts';
import type { SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { Input } from '../request-properties.ts';
import { firstInText, maximumInText } from './number-in-text.ts';

/** The largest page: declared, else as the description says; null when neither does. */
export function maxLimitOf(reader: SchemaReader, limit: Input | undefined): number | null {
  if (limit === undefined) return null;
  const declared = limit.schema === undefined ? undefined : reader.shape(limit.schema).keywords['maximum'];
  // The largest integer of a type is no limit of a page.
  if (
    typeof declared === 'number' &&
    Number.isSafeInteger(declared) &&
    declared > 0 &&
    declared <= 1_000_000
  ) {
    return declared;
  }
  return maximumInText(limit.description);
}

/** The value that means the first page or record: its default, its minimum, its example, or as said in words. */
export function firstValueOf(reader: SchemaReader, input: Input): 0 | 1 | null {
  const keywords = input.schema === undefined ? {} : reader.shape(input.schema).keywords;
  const declared = [keywords['default'], keywords['minimum']].map(zeroOrOne).find((value) => value !== null);
  return declared ?? firstInText(input.description) ?? zeroOrOne(keywords['example']) ?? null;
}

function zeroOrOne(value: unknown): 0 | 1 | null {
  return value === 0 || value === '0' ? 0 : value === 1 || value === '1' ? 1 : null;
}

/** A moment or a day: `start` and `from` then select records instead of paging through them. */
export function isTime(reader: SchemaReader, input: Input): boolean {
  const format = input.schema === undefined ? '' : wordOf(reader.shape(input.schema).keywords['format']);
  return (
    /date|time/i.test(format) ||
    /\b(?:date|time|timestamp|epoch|utc|iso.?8601|yyyy)\b/i.test(input.description)
  );
}
