import { expect, test } from 'vitest';
import { detectType } from './detect-type.ts';
import { ScalarProfile } from './scalar-profile.ts';

function detect(name: string, values: readonly (string | number | boolean)[]) {
  const seen = new ScalarProfile();
  for (const value of values) seen.add(value);
  return detectType(name, seen);
}

test.each([
  ['day', ['2026-11-01'], 'date', null, null],
  ['when', ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00.123+02:00'], 'date-time', null, null],
  ['when', ['2026-11-01 10:00:00 +0200'], 'date-time', null, null],
  ['UpdatedDateUTC', ['/Date(1518685950940+0000)/'], 'date-time', 'string', 'json-date'],
  ['dateSent', ['Thu, 26 Nov 2026 10:00:00 +0000'], 'date-time', null, 'rfc-822'],
  ['uid', ['1b4e28ba-2fa1-41d2-883f-0016d3cca427'], 'string', null, 'uuid'],
  ['contact', ['a@example.com', ''], 'string', null, 'email'],
  ['site', ['https://example.com/a'], 'string', null, 'uri'],
  ['call', ['+1 555 010 0101'], 'string', null, 'phone'],
  ['mobilePhone', ['0555 010 0101'], 'string', null, 'phone'],
  ['country_code', ['DE', 'US'], 'string', null, 'country'],
  ['country', ['Germany'], 'string', null, null],
  ['currency', ['EUR'], 'string', null, 'currency'],
  ['size', ['EUR'], 'string', null, null],
  ['createdAt', [1_712_000_000], 'date-time', 'integer', 'epoch-s'],
  ['created', [1_712_000_000], 'date-time', 'integer', 'epoch-s'],
  ['created_at', [1_712_000_000_000], 'date-time', 'integer', 'epoch-ms'],
  ['updated_at', ['1712000000000'], 'date-time', 'string', 'epoch-ms'],
  ['ts_ms', [1_712_000_000_000], 'date-time', 'integer', 'epoch-ms'],
  ['occurred', [1_712_000_000_000], 'date-time', 'integer', 'epoch-ms'],
  ['occurred', ['1712000000000'], 'date-time', 'string', 'epoch-ms'],
  ['uptime_ms', [712_000_000], 'integer', null, null],
  ['ts_str', ['1712000000'], 'date-time', 'string', 'epoch-s'],
  ['order_no', ['1712000000'], 'string', null, null],
  ['ean', [4_006_381_333_931], 'integer', null, null],
  ['active', ['0', '1'], 'boolean', 'string', '0-1'],
  ['count', ['0', '1'], 'integer', 'string', null],
  ['active', ['0', '1', '2'], 'integer', 'string', null],
  ['big', [2 ** 60, 7], 'string', 'integer', null],
  ['when', ['2026-11-01', '2026-11-01T10:00:00Z'], 'date-time', null, null],
  ['views', [1_712_000_000], 'integer', null, null],
  ['is_active', [1, 0], 'boolean', 'integer', '0-1'],
  ['count', [1, 0], 'integer', null, null],
  ['amount', ['17', '3'], 'integer', 'string', null],
  ['amount', ['17.50', '3'], 'number', 'string', 'decimal'],
  ['zip', ['97477'], 'string', null, null],
  ['code', ['007'], 'string', null, null],
  ['amount', ['007'], 'string', null, null],
  ['amount', ['9007199254740993'], 'string', null, null],
  ['price', [1.5, 2], 'number', null, null],
  ['active', ['true', 'false'], 'boolean', 'string', null],
  ['active', ['Y', 'N'], 'boolean', 'string', 'y-n'],
  ['size', ['N'], 'string', null, null],
  ['text', ['2026-11-01', 'soon'], 'string', null, null],
])('%s %j is %s on the wire %s format %s', (name, values, type, wireType, format) => {
  expect(detect(name, values)).toStrictEqual({ type, wireType, format });
});

test('values of several kinds have no type', () => {
  expect(detect('id', ['1', 1])).toBeUndefined();
});

test('one slip in a hundred does not hide a format, one in ten does', () => {
  const mails = Array.from({ length: 99 }, (_, index) => `m${index}@example.com`);
  expect(detect('mail', [...mails, 'none'])).toMatchObject({ format: 'email' });
  expect(detect('mail', [...mails.slice(0, 9), 'none'])).toMatchObject({ format: null });
});

test('days among many moments are moments, also when neither is the rule', () => {
  const stamps = Array.from({ length: 2000 }, (_, n) =>
    n % 2 === 0 ? '2026-11-01' : '2026-11-01T10:00:00Z',
  );
  expect(detect('when', stamps)).toStrictEqual({ type: 'date-time', wireType: null, format: null });
});
