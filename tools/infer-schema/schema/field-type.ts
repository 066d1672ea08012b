import type { SchemaShape } from '../../core/openapi/draft.ts';
import type { FieldType, WireType } from '../../model/index.ts';
import { epochInWords } from './epoch-in-words.ts';

export interface TypeOf {
  readonly type: FieldType;
  readonly wireType: WireType | null;
  readonly format: string | null;
}

const formats: Readonly<Record<string, string>> = {
  'idn-email': 'email',
  url: 'uri',
  iri: 'uri',
  'uri-reference': 'uri',
  'iri-reference': 'uri',
  guid: 'uuid',
  tel: 'phone',
  'phone-number': 'phone',
  'unix-time': 'epoch-s',
  unixtime: 'epoch-s',
  'unix-timestamp': 'epoch-s',
  unix_timestamp: 'epoch-s',
  unix: 'epoch-s',
  epoch: 'epoch-s',
  'epoch-seconds': 'epoch-s',
  millis: 'epoch-ms',
  'epoch-millis': 'epoch-ms',
  'timestamp-ms': 'epoch-ms',
  'unix-time-ms': 'epoch-ms',
};
const dateTimes = new Set(['date-time', 'datetime', 'google-datetime', 'timestamp', 'iso8601', 'iso-8601']);
/** What counts from 1970, and what it counts. */
const counted: Readonly<Record<string, FieldType>> = {
  'epoch-days': 'date',
  'epoch-s': 'date-time',
  'epoch-ms': 'date-time',
  'epoch-us': 'date-time',
  'epoch-ns': 'date-time',
};
const integers = new Set(['int', 'int32', 'int64', 'integer', 'long', 'uint32', 'uint64', 'bigint']);
const numbers = new Set(['float', 'double', 'decimal', 'number', 'money', 'decimal128']);

/** Type, wire type and format of a scalar schema in our terms. A mixture of types is `any`. */
export function typeOf(shape: SchemaShape): TypeOf {
  const wire = wireOf(shape);
  const raw =
    typeof shape.keywords['format'] === 'string' ? shape.keywords['format'].trim().toLowerCase() : '';
  const format = Object.hasOwn(formats, raw) ? (formats[raw] ?? raw) : raw;
  if (wire === null) return { type: 'any', wireType: null, format: keep(format) };
  const count = Object.hasOwn(counted, format) ? counted[format] : undefined;
  if (count !== undefined && wire !== 'boolean' && wire !== 'object' && wire !== 'array')
    return { type: count, wireType: wire, format };
  if (wire === 'integer' || wire === 'number') {
    if (dateTimes.has(format)) return { type: 'date-time', wireType: wire, format: 'epoch-s' };
    const epoch = shape.enum.length === 0 ? epochInWords(shape.keywords['description']) : null;
    if (epoch !== null) return { type: 'date-time', wireType: wire, format: epoch };
    const number = integers.has(format) || numbers.has(format);
    return { type: wire, wireType: null, format: number ? null : keep(format) };
  }
  if (wire !== 'string') return { type: wire, wireType: null, format: keep(format) };
  if (dateTimes.has(format)) return { type: 'date-time', wireType: null, format: null };
  if (format === 'date' || format === 'full-date') return { type: 'date', wireType: null, format: null };
  if (format === 'time' || format === 'partial-time') return { type: 'time', wireType: null, format: null };
  if (integers.has(format)) return { type: 'integer', wireType: 'string', format: null };
  if (numbers.has(format)) return { type: 'number', wireType: 'string', format: 'decimal' };
  return { type: 'string', wireType: null, format: keep(format) };
}

/** The one JSON type of a scalar; null when there are several or none is said. */
function wireOf({ types, enum: values }: SchemaShape): WireType | null {
  const named = [...types].map((type) => (type === 'file' ? 'string' : type)).filter(isWire);
  const seen: WireType[] = named.length > 0 ? named : values.map(wireOfValue).filter((type) => type !== null);
  const distinct = [...new Set(seen)];
  const [only] = distinct;
  if (distinct.length === 1 && only !== undefined) return only;
  return distinct.length === 2 && distinct.every((type) => type === 'integer' || type === 'number')
    ? 'number'
    : null;
}

function wireOfValue(value: unknown): WireType | null {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' || typeof value === 'boolean'
    ? (typeof value as 'string' | 'boolean')
    : null;
}

function isWire(type: string): type is WireType {
  return ['string', 'integer', 'number', 'boolean', 'object', 'array'].includes(type);
}

function keep(format: string): string | null {
  return format === '' || format === 'string' ? null : format.slice(0, 40);
}
