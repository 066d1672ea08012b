import { type Field, parsePath, readPath } from '../../../model/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { acceptable } from '../../sample/acceptable.ts';
import { expectedRecord } from '../../sample/expected.ts';
import { firstRecord } from '../../sample/numbered.ts';
import { sampleValue } from '../../sample/sample-value.ts';
import { setAt } from '../../sample/set-at.ts';
import { type GeneratedFile, generatedHeader } from '../generated-file.ts';
import { literal } from '../literal.ts';
import { unfilledFields } from '../unfilled-fields.ts';

interface Refusal {
  readonly when: string;
  /** The same for fields that are checked in the same way. */
  readonly kind: string;
  readonly path: readonly string[];
  /** Source text: long texts are not written out. */
  readonly code: string;
}

/** `test/schema.test.ts`: what is let through at both edges, and what is not. */
export function emitSchemaTest(plan: Plan): GeneratedFile {
  const { source, target } = plan;
  const expected = expectedRecord(plan, firstRecord(plan));
  const unfilled = unfilledFields(plan);
  const record = unfilled.reduce(
    (before, field) => setAt(before, parsePath(field.path), sampleValue(field, undefined, plan)),
    'record' in expected ? (expected.record as Record<string, unknown>) : {},
  );
  const complete =
    unfilled.length === 0 &&
    targetFields(plan).every((field) => !field.required || acceptable(field, readPath(record, field.path)));
  const all = [...targetFields(plan), ...unfilled].flatMap((field) => refusalsOf(field));
  // Fields of one type are refused alike: one of them stands for all.
  const refusals = [
    ...new Map(all.toReversed().map((refusal) => [refusal.kind, refusal])).values(),
  ].reverse();
  const lines = refusals.map(
    ({ when, path, code }) => `{ when: ${literal(when)}, path: ${literal(path)}, value: ${code} },`,
  );
  const whole = complete && targetFields(plan).every((field) => fits(field, record));
  const names = [source.recordType, target.recordType].sort().join(', ');
  const content = `${generatedHeader}import { expect, test } from 'vitest';
${whole ? "import { prepare } from '../src/prepare.ts';\n" : ''}import { check, RecordError } from '../src/record-error.ts';
import { ${names} } from '../src/schema.ts';
import { withValue } from './fake-json.ts';
import { badPath, badRecord, sourceRecord } from './records.ts';

const target: unknown = ${literal(record)};

${
  whole
    ? `test('the sample ${source.one} passes both edges and becomes the sample ${target.one}', () => {
  expect(prepare(sourceRecord(1)).record).toStrictEqual(target);
});

`
    : ''
}test('a ${source.brand} ${source.one} that breaks its description is refused with the path', () => {
  expect(() => check(${source.recordType}, badRecord(1))).toThrow(expect.objectContaining({ path: badPath }));
});

test('fields that are not mapped may be anything', () => {
  expect(() => check(${source.recordType}, { ...sourceRecord(1), addedLater: { by: 'the vendor' } })).not.toThrow();
});

const refused: readonly { when: string; path: readonly string[]; value: unknown }[] = [
${lines.join('\n')}
];

test.each(refused)('$when is refused with its path', ({ path, value }) => {
  const error = thrownBy(() => check(${target.recordType}, withValue(target, path, value)));
  expect(error).toBeInstanceOf(RecordError);
  expect(error).toMatchObject({ path: path.join('.') });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
`;
  return { path: 'test/schema.test.ts', content };
}

function targetFields({ target, rows }: Plan): Field[] {
  const mapped = new Set(rows.map((row) => row.target));
  return [...target.fields.values()].filter(({ path }) => mapped.has(path));
}

function fits(field: Field, record: unknown): boolean {
  const value = readPath(record, field.path);
  return value === undefined || (value === null && field.nullable) || acceptable(field, value);
}

function refusalsOf(field: Field): Refusal[] {
  const path = parsePath(field.path).flatMap(({ name, repeated }) => (repeated ? [name, '0'] : [name]));
  const wire = field.wireType ?? field.type;
  const found: Refusal[] = [];
  const add = (what: string, code: string, of: unknown) =>
    found.push({ when: `${field.path} ${what}`, kind: JSON.stringify([what, of]), path, code });
  if (field.path.includes('[]')) return [];
  if (
    wire !== 'any' &&
    wire !== 'object' &&
    !(field.wireType === 'string' && field.type !== 'string' && field.enum.length === 0)
  )
    add('of the wrong type', '{ unexpected: true }', wire);
  if (field.enum.length > 0 && wire !== 'array') add('with an unknown value', "'no such value'", field.enum);
  else if (field.maxLength !== null && wire === 'string')
    add('that is too long', `'x'.repeat(${field.maxLength + 1})`, field.maxLength);
  if (field.required) add('that is missing', 'undefined', field.path);
  return found;
}
