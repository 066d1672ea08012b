import { castValue } from './cast.ts';
import type { dateFormats } from './transform.ts';
import { TransformError } from './transform-error.ts';

type DateFormat = (typeof dateFormats)[number];

/** Converts a point in time between formats, in UTC. A date without a time is midnight. */
export function convertDate(value: unknown, from: DateFormat, to: DateFormat): string | number {
  const ms =
    from === 'epoch-ms'
      ? castValue(value, 'number')
      : from === 'epoch-s'
        ? castValue(value, 'number') * 1000
        : Date.parse(castValue(value, 'string'));
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw new TransformError(`${JSON.stringify(value)} is not a date`);
  switch (to) {
    case 'iso-date':
      return date.toISOString().slice(0, 10);
    case 'iso-date-time':
      return date.toISOString();
    case 'epoch-ms':
      return date.getTime();
    case 'epoch-s':
      return Math.floor(date.getTime() / 1000);
  }
}
