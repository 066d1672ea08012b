import { RecordError } from '../src/record-error.ts';
import { toNumber } from './to-number.ts';
import { toText } from './to-text.ts';

export type DateFormat = 'iso-date' | 'iso-date-time' | 'epoch-ms' | 'epoch-s';

/** A point in time in another format, in UTC. A date without a time is midnight. */
export function convertDate(
  value: unknown,
  from: DateFormat,
  to: DateFormat,
  field: string,
): string | number | null | undefined {
  if (value === null || value === undefined) return value;
  const ms =
    from === 'epoch-ms' || from === 'epoch-s'
      ? Number(toNumber(value, field)) * (from === 'epoch-s' ? 1000 : 1)
      : Date.parse(toText(value) ?? '');
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw new RecordError(field, `${JSON.stringify(value)} is not a date`);
  if (to === 'epoch-ms') return date.getTime();
  if (to === 'epoch-s') return Math.floor(date.getTime() / 1000);
  return to === 'iso-date' ? date.toISOString().slice(0, 10) : date.toISOString();
}
