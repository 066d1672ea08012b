import { toNumber } from './to-number.ts';
import { toText } from './to-text.ts';

const isoForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)? ?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** Milliseconds since 1970 of a date; null where it is not written in the format. Below 1e11 a number counts seconds. */
export function readDate(value: unknown, from: string, field: string): number | null {
  if (from.startsWith('epoch')) {
    const number = Number(toNumber(value, field));
    const seconds = from === 'epoch-s' || (from === 'epoch' && Math.abs(number) < 1e11);
    return seconds ? number * 1000 : number;
  }
  const text = (toText(value) ?? '').trim();
  if (from === 'yyyymmdd') {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
    return dayOf(year, month, day);
  }
  if (from === 'mm/dd/yyyy' || from === 'dd/mm/yyyy') {
    const [, first, second, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
    return from === 'mm/dd/yyyy' ? dayOf(year, first, second) : dayOf(year, second, first);
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] =
    isoForm.exec(text) ?? [];
  const midnight = dayOf(year, month, day);
  if (midnight === null || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return (
    midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms - offsetOf(offset)
  );
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
