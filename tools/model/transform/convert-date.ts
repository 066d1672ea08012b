import { castValue } from './cast.ts';
import type { DateFormat } from './transform.ts';
import { TransformError } from './transform-error.ts';

/**
 * Converts a point in time between formats, in UTC: a time without an offset is read as UTC, a date without a time is
 * midnight. Throws `TransformError` for what is not written in the format.
 */
export function convertDate(value: unknown, from: DateFormat, to: DateFormat): string | number {
  const ms = readDate(value, from);
  const date = new Date(ms ?? Number.NaN);
  if (Number.isNaN(date.getTime())) throw new TransformError(`${JSON.stringify(value)} is not a date`);
  const text = date.toISOString();
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-');
  switch (to) {
    case 'iso-date':
      return text.slice(0, 10);
    case 'iso-date-time':
      return text;
    case 'iso':
      return from !== 'epoch-ms' && from !== 'epoch-s' && from !== 'epoch' && !hasTime(value)
        ? text.slice(0, 10)
        : text;
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

function hasTime(value: unknown): boolean {
  return String(value).includes(':');
}

/** Below this, seconds since 1970 are meant; above, milliseconds. */
const firstMilliseconds = 1e11;

function readDate(value: unknown, from: DateFormat): number | null {
  if (from === 'epoch-ms' || from === 'epoch-s' || from === 'epoch') {
    const number = castValue(value, 'number');
    const seconds = from === 'epoch-s' || (from === 'epoch' && Math.abs(number) < firstMilliseconds);
    return seconds ? number * 1000 : number;
  }
  const text = castValue(value, 'string').trim();
  if (from === 'yyyymmdd') {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
    return dayOf(year, month, day);
  }
  if (from === 'mm/dd/yyyy' || from === 'dd/mm/yyyy') {
    const [, first, second, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
    return from === 'mm/dd/yyyy' ? dayOf(year, first, second) : dayOf(year, second, first);
  }
  return readIso(text);
}

const isoForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)? ?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

function readIso(text: string): number | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] =
    isoForm.exec(text) ?? [];
  const midnight = dayOf(year, month, day);
  if (midnight === null || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
  return midnight + time - offsetOf(offset);
}

function offsetOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}

/** Midnight of a day that there is: 30 February is none. */
function dayOf(year = '', month = '', day = ''): number | null {
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(ms);
  const there = year !== '' && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return there ? ms : null;
}
