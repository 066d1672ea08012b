import { expect, test } from 'vitest';
import { chooseTransform, Field, type FieldInput, incompatibilitiesOf } from '../index.ts';

const enumOf = (...values: string[]) => values.map((value) => ({ value }));

test.each<[Partial<FieldInput>, Partial<FieldInput>, [string, boolean][]]>([
  [{}, {}, []],
  [{ maxLength: 40 }, { maxLength: 20 }, [['length', true]]],
  [{}, { maxLength: 20 }, [['length', true]]],
  [{ maxLength: 20 }, { maxLength: 40 }, []],
  [{ type: 'number' }, { type: 'integer' }, [['precision', true]]],
  [{ type: 'date-time' }, { type: 'date' }, [['precision', true]]],
  [{ enum: enumOf('a', 'b') }, { enum: enumOf('a') }, [['enum', true]]],
  [{ enum: enumOf('a') }, { enum: enumOf('a', 'b') }, []],
  [{}, { enum: enumOf('a') }, [['enum', false]]],
  [{}, { type: 'number' }, [['type', false]]],
  [{ type: 'boolean' }, { type: 'date' }, [['type', true]]],
  [{}, { required: true }, [['optional-to-required', false]]],
  [{ nullable: false }, { required: true }, []],
  [{ path: 'list[].s' }, {}, [['many-to-one', true]]],
  [
    {},
    { type: 'date-time' },
    [
      ['date', false],
      ['time-zone', false],
    ],
  ],
  [{ path: 'created_at', type: 'number' }, { type: 'date-time' }, [['date', false]]],
  [{ type: 'date-time', format: 'epoch-s' }, { type: 'date-time' }, []],
  [{ type: 'date-time' }, { path: 'is_done', type: 'boolean', required: true }, []],
  [{ path: 'amount_cents', type: 'integer' }, { type: 'number' }, [['precision', false]]],
  [{ path: 'weight_kg', type: 'number' }, { path: 'weight_lb', type: 'number' }, [['precision', true]]],
  [{ path: 'country' }, { path: 'country_code', maxLength: 2 }, [['enum', false]]],
  [{ path: 'stage_id', type: 'integer' }, { path: 'stage' }, [['enum', false]]],
])('%j → %j', (from, to, found) => {
  const source = Field.parse({ path: 's', type: 'string', ...from });
  const target = Field.parse({ path: 't', type: 'string', ...to });
  const problems = incompatibilitiesOf(source, target, chooseTransform(source, target));
  expect(problems.map(({ kind, lossy }) => [kind, lossy])).toStrictEqual(found);
});

test('the message names the values that have no partner', () => {
  const source = Field.parse({ path: 's', type: 'string', enum: enumOf('a', 'b', 'c') });
  const target = Field.parse({ path: 't', type: 'string', enum: enumOf('a') });
  expect(incompatibilitiesOf(source, target, { kind: 'rename' })).toStrictEqual([
    { target: 't', source: 's', kind: 'enum', message: 't has no partner for "b", "c"', lossy: true },
  ]);
});

test.each<[Partial<FieldInput>, Partial<FieldInput>, string]>([
  [
    { path: 'stage_id', type: 'integer' },
    { path: 'stage' },
    'the values of stage_id mean something else in stage: their counterparts are to be filled in',
  ],
  [{ type: 'boolean' }, { enum: enumOf('one', 'two', 'three') }, 't has no partner for true, false'],
  [{}, { type: 'date-time' }, 'a time in s without an offset is read as UTC'],
])('%j → %j: %s', (from, to, message) => {
  const source = Field.parse({ path: 's', type: 'string', ...from });
  const target = Field.parse({ path: 't', type: 'string', ...to });
  const problems = incompatibilitiesOf(source, target, chooseTransform(source, target));
  expect(problems.at(-1)?.message).toBe(message);
});
