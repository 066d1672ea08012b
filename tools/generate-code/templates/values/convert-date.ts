import { RecordError } from '../src/record-error.ts';
import { readDate } from './read-date.ts';

export type DateFormat =
  | 'iso-date'
  | 'iso-date-time'
  | 'epoch-ms'
  | 'epoch-s'
  | 'iso'
  | 'epoch'
  | 'yyyymmdd'
  | 'mm/dd/yyyy'
  | 'dd/mm/yyyy';

/**
 * A point in time in another format, in UTC: a time without an offset is read as UTC, a date without a time is midnight.
 */
export function convertDate(
  value: unknown,
  from: DateFormat,
  to: DateFormat,
  field: string,
): string | number | null | undefined {
  if (value === null || value === undefined) return value;
  const date = new Date(readDate(value, from, field) ?? Number.NaN);
  if (Number.isNaN(date.getTime())) throw new RecordError(field, `${JSON.stringify(value)} is not a date`);
  const text = date.toISOString();
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-');
  switch (to) {
    case 'iso-date':
      return text.slice(0, 10);
    case 'iso-date-time':
      return text;
    case 'iso':
      return from.startsWith('epoch') || String(value).includes(':') ? text : text.slice(0, 10);
    case 'epoch-ms':
    case 'epoch':
      return date.getTime();
    case 'epoch-s':
      return Math.floor(date.getTime() / 1000);
    case 'yyyymmdd':
      return `${year}${month}${day}`;
    case 'mm/dd/yyyy':
      return `${month}/${day}/${year}`;
    case 'dd/mm/yyyy':
      return `${day}/${month}/${year}`;
  }
}
