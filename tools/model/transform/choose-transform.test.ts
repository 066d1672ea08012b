import { expect, test } from 'vitest';
import { chooseTransform, Field, type FieldInput, type Transform } from '../index.ts';

const enumOf = (...values: string[]) => values.map((value) => ({ value }));

test.each<[FieldInput, FieldInput, Transform]>([
  [{ path: 'email', type: 'string' }, { path: 'email', type: 'string' }, { kind: 'identity' }],
  [{ path: 'mail', type: 'string' }, { path: 'email', type: 'string' }, { kind: 'rename' }],
  [{ path: 'properties.email', type: 'string' }, { path: 'email', type: 'string' }, { kind: 'unnest' }],
  [
    { path: 'city', type: 'string' },
    { path: 'addresses[].city', type: 'string' },
    { kind: 'nest', wrap: null },
  ],
  [
    { path: 'emails[].value', type: 'string' },
    { path: 'email', type: 'string' },
    { kind: 'aggregate', op: 'first', separator: ', ' },
  ],
  [
    { path: 'tags', type: 'array' },
    { path: 'labels', type: 'string' },
    { kind: 'aggregate', op: 'join', separator: ', ' },
  ],
  // A number that travels as text.
  [
    { path: 'a', type: 'number', wireType: 'string' },
    { path: 'b', type: 'number' },
    { kind: 'cast', to: 'number' },
  ],
  [
    { path: 'a', type: 'boolean' },
    { path: 'b', type: 'boolean', wireType: 'string' },
    { kind: 'cast', to: 'string' },
  ],
  [{ path: 'a', type: 'integer' }, { path: 'b', type: 'number' }, { kind: 'rename' }],
  [
    { path: 'a', type: 'date-time', format: 'epoch-ms' },
    { path: 'b', type: 'date' },
    { kind: 'date-format', from: 'epoch-ms', to: 'iso-date' },
  ],
  [{ path: 'a', type: 'date-time' }, { path: 'b', type: 'date-time' }, { kind: 'rename' }],
  [
    { path: 'a', type: 'integer', format: 'minor-units' },
    { path: 'b', type: 'number', format: 'decimal' },
    { kind: 'unit', factor: 0.01, decimals: 2 },
  ],
  [
    { path: 'amount_cents', type: 'integer' },
    { path: 'amount', type: 'number' },
    { kind: 'unit', factor: 0.01, decimals: 2 },
  ],
  [{ path: 'percents', type: 'number' }, { path: 'amount', type: 'number' }, { kind: 'rename' }],
  [
    { path: 'a', type: 'number' },
    { path: 'b', type: 'integer', format: 'minor-units' },
    { kind: 'unit', factor: 100, decimals: 0 },
  ],
  [
    { path: 'a', type: 'string', enum: enumOf('IN_PROGRESS', 'gone') },
    { path: 'b', type: 'string', enum: enumOf('in progress', 'open') },
    { kind: 'lookup', table: [{ from: 'IN_PROGRESS', to: 'in progress' }] },
  ],
  [
    { path: 'a', type: 'string', enum: enumOf('x') },
    { path: 'b', type: 'string', enum: enumOf('x', 'y') },
    { kind: 'rename' },
  ],
])('%j → %j', (source, target, transform) => {
  expect(chooseTransform(Field.parse(source), Field.parse(target))).toStrictEqual(transform);
});
