import { expect, test } from 'vitest';
import { convertDate, type DateFormat } from '../index.ts';

test.each<[unknown, DateFormat, DateFormat, unknown]>([
  // Without an offset it is UTC, wherever this runs.
  ['2024-02-29T23:30:00', 'iso', 'iso-date-time', '2024-02-29T23:30:00.000Z'],
  ['2024-02-29 23:30', 'iso', 'iso', '2024-02-29T23:30:00.000Z'],
  ['2024-02-29T23:30:00.123+0000', 'iso-date-time', 'iso-date-time', '2024-02-29T23:30:00.123Z'],
  ['2024-03-01T01:00:00+05:30', 'iso', 'iso-date', '2024-02-29'],
  ['2024-02-29', 'iso', 'iso', '2024-02-29'],
  ['20240229', 'yyyymmdd', 'iso-date', '2024-02-29'],
  [20240229, 'yyyymmdd', 'mm/dd/yyyy', '02/29/2024'],
  ['2/29/2024', 'mm/dd/yyyy', 'iso-date', '2024-02-29'],
  ['29.2.2024', 'dd/mm/yyyy', 'yyyymmdd', '20240229'],
  ['2024-02-29', 'iso-date', 'dd/mm/yyyy', '29/02/2024'],
  [1709164800, 'epoch', 'iso-date-time', '2024-02-29T00:00:00.000Z'],
  [1709164800000, 'epoch', 'iso', '2024-02-29T00:00:00.000Z'],
])('%j from %s to %s is %j', (value, from, to, expected) => {
  expect(convertDate(value, from, to)).toBe(expected);
});

test.each<[unknown, DateFormat]>([
  ['2024-02-30', 'iso-date'],
  ['2024-13-01', 'iso'],
  ['Feb 29, 2024', 'iso-date-time'],
  ['29/02/2024', 'mm/dd/yyyy'],
  ['20240230', 'yyyymmdd'],
  ['2024-02-29T25:00:00Z', 'iso'],
  [null, 'iso'],
])('%j is no date written as %s', (value, from) => {
  expect(() => convertDate(value, from, 'iso-date')).toThrow('is not a date');
});
