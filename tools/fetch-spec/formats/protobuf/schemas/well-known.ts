import type { JsonObject } from '../../../../core/json/json.ts';

const int64: JsonObject = { type: 'string', format: 'int64' };
const text: JsonObject = { type: 'string' };
const integer: JsonObject = { type: 'integer' };
const number: JsonObject = { type: 'number' };

function record(properties: JsonObject): JsonObject {
  return { type: 'object', properties };
}

/** Scalars as they are in the JSON mapping: 64-bit numbers are texts. */
const scalars: Readonly<Record<string, JsonObject>> = {
  double: number,
  float: number,
  int32: integer,
  uint32: integer,
  sint32: integer,
  fixed32: integer,
  sfixed32: integer,
  int64,
  uint64: int64,
  sint64: int64,
  fixed64: int64,
  sfixed64: int64,
  bool: { type: 'boolean' },
  string: text,
  bytes: { type: 'string', format: 'byte' },
};

const dateTime: JsonObject = { type: 'string', format: 'date-time' };
const anything: JsonObject = { type: 'object', additionalProperties: true };

/** Google's own types, as the JSON mapping and their public definitions have them. */
const wellKnown: Readonly<Record<string, JsonObject>> = {
  'google.protobuf.Timestamp': dateTime,
  'google.protobuf.Duration': { type: 'string', format: 'duration' },
  'google.protobuf.FieldMask': { type: 'string', format: 'field-mask' },
  'google.protobuf.Struct': anything,
  'google.protobuf.Any': anything,
  'google.protobuf.Empty': { type: 'object' },
  'google.protobuf.Value': { nullable: true },
  'google.protobuf.ListValue': { type: 'array', items: {} },
  'google.protobuf.DoubleValue': { ...number, nullable: true },
  'google.protobuf.FloatValue': { ...number, nullable: true },
  'google.protobuf.Int64Value': { ...int64, nullable: true },
  'google.protobuf.UInt64Value': { ...int64, nullable: true },
  'google.protobuf.Int32Value': { ...integer, nullable: true },
  'google.protobuf.UInt32Value': { ...integer, nullable: true },
  'google.protobuf.BoolValue': { type: 'boolean', nullable: true },
  'google.protobuf.StringValue': { ...text, nullable: true },
  'google.protobuf.BytesValue': { type: 'string', format: 'byte', nullable: true },
  'google.type.Date': record({ year: integer, month: integer, day: integer }),
  'google.type.TimeOfDay': record({ hours: integer, minutes: integer, seconds: integer, nanos: integer }),
  'google.type.Money': record({
    currencyCode: { ...text, format: 'currency' },
    units: int64,
    nanos: integer,
  }),
  'google.type.LatLng': record({ latitude: number, longitude: number }),
  'google.type.Decimal': record({ value: { type: 'string', format: 'decimal' } }),
  'google.type.Interval': record({ startTime: dateTime, endTime: dateTime }),
  'google.type.LocalizedText': record({ text, languageCode: text }),
  'google.type.PhoneNumber': record({ e164Number: { ...text, format: 'phone' }, extension: text }),
  'google.type.PostalAddress': record({
    revision: integer,
    regionCode: { ...text, format: 'country' },
    languageCode: text,
    postalCode: text,
    sortingCode: text,
    administrativeArea: text,
    locality: text,
    sublocality: text,
    addressLines: { type: 'array', items: text },
    recipients: { type: 'array', items: text },
    organization: text,
  }),
  'google.rpc.Status': record({ code: integer, message: text, details: { type: 'array', items: anything } }),
};

/** Schema of a scalar type; undefined for the name of a message or enum. */
export function scalarType(name: string): JsonObject | undefined {
  return Object.hasOwn(scalars, name) ? scalars[name] : undefined;
}

/** Schema of one of Google's own types by its full name; undefined for others. */
export function wellKnownType(name: string): JsonObject | undefined {
  const plain = name.replace(/^\./, '');
  return Object.hasOwn(wellKnown, plain) ? wellKnown[plain] : undefined;
}
