import { expect, test } from 'vitest';
import { Field, type FieldInput } from '../../model/index.ts';
import { mergeSides } from './merge-sides.ts';

const list = (...inputs: FieldInput[]) => inputs.map((input) => Field.parse(input));
const flags = (fields: Field[]) =>
  fields.map(({ path, required, readOnly, writeOnly }) => [path, required, readOnly, writeOnly]);

test('what is only read is read-only, what is only sent is write-only, creation says what is required', () => {
  const merged = mergeSides({
    record: list(
      { path: 'id', type: 'string', required: true },
      { path: 'name', type: 'string' },
      { path: 'status', type: 'string' },
      { path: 'meta.a', type: 'string' },
    ),
    create: list(
      { path: 'name', type: 'string', required: true, maxLength: 9 },
      { path: 'password', type: 'string', required: true },
      { path: 'meta', type: 'object' },
    ),
    update: list({ path: 'status', type: 'string', required: true }),
  });
  expect(flags(merged)).toStrictEqual([
    ['id', false, true, false],
    ['name', true, false, false],
    ['status', false, false, false],
    ['meta.a', false, false, false],
    ['password', true, false, true],
    ['meta', false, false, true],
  ]);
  expect(merged[1]?.maxLength).toBe(9);
});

test('without bodies nothing is known of writing, without answers nothing of reading', () => {
  const fields = list({ path: 'id', type: 'string' });
  expect(flags(mergeSides({ record: fields, create: null, update: null }))).toStrictEqual([
    ['id', false, false, false],
  ]);
  expect(flags(mergeSides({ record: null, create: fields, update: null }))).toStrictEqual([
    ['id', false, false, false],
  ]);
});

test('a container must be sent when something inside of it must', () => {
  const merged = mergeSides({
    record: list(
      { path: 'tags', type: 'array' },
      { path: 'owner', type: 'object' },
      { path: 'notes', type: 'array' },
    ),
    create: list(
      { path: 'tags[].name', type: 'string', required: true },
      { path: 'owner.id', type: 'string' },
      { path: 'notes', type: 'array', required: false },
    ),
    update: null,
  });
  expect(flags(merged).slice(0, 3)).toStrictEqual([
    ['tags', true, false, false],
    ['owner', false, false, false],
    ['notes', false, false, false],
  ]);
});

test('nothing is both required and read-only, nor both sent only and answered', () => {
  const merged = mergeSides({
    record: list(
      { path: 'id', type: 'string', readOnly: true, present: true },
      { path: 'key', type: 'string', readOnly: true, present: true },
    ),
    create: list(
      { path: 'id', type: 'string', readOnly: true },
      { path: 'key', type: 'string', required: true },
      { path: 'owner_id', type: 'string', required: true, present: true },
    ),
    update: null,
  });
  expect(
    merged.map((field) => [field.path, field.required, field.present, field.readOnly, field.writeOnly]),
  ).toStrictEqual([
    ['id', false, true, true, false],
    // Must be sent on creation: whatever the record says of it, somebody else than the system sets it.
    ['key', true, true, false, false],
    ['owner_id', true, false, false, true],
  ]);
});
