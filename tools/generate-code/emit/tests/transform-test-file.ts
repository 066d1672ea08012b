import { type Field, type MappingRow, parsePath } from '../../../model/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { expectedRecord } from '../../sample/expected.ts';
import { withWanted } from '../../sample/sample-record.ts';
import { sampleValue } from '../../sample/sample-value.ts';
import { setAt } from '../../sample/set-at.ts';
import { type GeneratedFile, generatedHeader } from '../generated-file.ts';
import { commentText, literal } from '../literal.ts';

interface Case {
  readonly when: string;
  readonly source: unknown;
  readonly expected: ReturnType<typeof expectedRecord>;
}

/**
 * `test/transform.test.ts`: for every mapped field an ordinary, a null and a missing value, for every kind of
 * transform the values that are special to it. What is expected comes from the mapping.
 */
export function emitTransformTest(plan: Plan): GeneratedFile {
  const { source } = plan;
  const shown = new Set<string>();
  const cases = plan.rows.map((row) => {
    const lines = casesOf(plan, row, shown).map(({ when, source: record, expected }) => {
      const outcome =
        'record' in expected
          ? `target: ${literal(expected.record)}`
          : `refused: ${literal(expected.refused)}`;
      return `{ field: ${literal(row.target)}, when: ${literal(when)}, source: ${literal(record)}, ${outcome} },`;
    });
    return `  // ${commentText(row.target)}\n${lines.join('\n')}`;
  });
  const refusals = cases.some((text) => text.includes(', refused: {'));
  const content = `${generatedHeader}import { expect, test } from 'vitest';
${refusals ? "import { RecordError } from '../src/record-error.ts';\n" : ''}import type { ${source.recordType} } from '../src/schema.ts';
import { transform } from '../src/transform.ts';

interface Case {
  readonly field: string;
  readonly when: string;
  readonly source: ${source.recordType};
  readonly target: object;
}
${
  refusals
    ? `
interface Refusal extends Omit<Case, 'target'> {
  readonly refused: { readonly path: string; readonly reason: string };
}
`
    : ''
}
const cases: readonly ${refusals ? '(Case | Refusal)' : 'Case'}[] = [
${cases.join('\n')}
];

test.each(cases)('$field: $when', (example) => {
${
  refusals
    ? `  if ('refused' in example) {
    const { path, reason } = example.refused;
    const error = thrownBy(() => transform(example.source));
    expect(error).toBeInstanceOf(RecordError);
    expect(error).toMatchObject({ path, message: reason });
  } else {
    expect(transform(example.source)).toStrictEqual(example.target);
  }`
    : '  expect(transform(example.source)).toStrictEqual(example.target);'
}
});
${
  refusals
    ? `
function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
`
    : ''
}`;
  return { path: 'test/transform.test.ts', content };
}

/** `shown`: the kinds whose special values were shown with another field. */
function casesOf(plan: Plan, row: MappingRow, shown: Set<string>): Case[] {
  const { source } = plan;
  const id = source.fields.get(source.entity.idField ?? '');
  const base =
    id === undefined
      ? {}
      : setAt({}, parsePath(id.path), ['integer', 'number'].includes(id.wireType ?? id.type) ? 1 : '1');
  const fields = row.sources.map((path) => source.fields.get(path)).filter((field) => field !== undefined);
  const [first] = fields;
  if (first === undefined) return [made(plan, 'always', base)];
  const { when } = row;
  const holding = (held: readonly Field[]) =>
    held.reduce((record, field) => setAt(record, parsePath(field.path), sampleValue(field, row, plan)), base);
  const condition = source.fields.get(when?.source ?? '');
  const asks = when?.is === 'filled' && condition !== undefined ? [condition] : [];
  const all = withWanted(holding([...fields, ...asks]), row);
  const cases = [made(plan, 'ordinary', all)];
  if (condition !== undefined && condition.path !== id?.path) {
    const others = fields.filter((field) => field !== condition);
    cases.push(
      made(
        plan,
        'its condition does not hold',
        holding(when?.is === 'empty' ? [...others, condition] : others),
      ),
    );
  }
  const set = (value: unknown) => setAt(all, parsePath(first.path), value);
  // The schema lets no empty id through.
  const special = first.path === id?.path ? [] : variants(first, row);
  const kind = kindOf(first, row);
  if (special.length > 0 && !shown.has(kind)) {
    shown.add(kind);
    for (const [when, value] of special) cases.push(made(plan, when, set(value)));
  }
  if (first.path !== id?.path) {
    if (first.nullable && !first.path.includes('[]')) cases.push(made(plan, 'null', set(null)));
    cases.push(made(plan, 'missing', base));
  }
  return cases;
}

function made(plan: Plan, when: string, source: Record<string, unknown>): Case {
  return { when, source, expected: expectedRecord(plan, source) };
}

/** Fields of one kind are treated alike: whatever the transform does, and to which type. */
function kindOf(field: Field, { transform }: MappingRow): string {
  return JSON.stringify([isCopy(transform) ? 'copy' : transform, field.wireType ?? field.type]);
}

function isCopy({ kind }: MappingRow['transform']): boolean {
  return kind === 'identity' || kind === 'rename';
}

/** Values that are worth a test of their own; all are such as the source's schema lets through. */
function variants(field: Field, row: MappingRow): [string, unknown][] {
  const wire = field.wireType ?? field.type;
  const found: [string, unknown][] = [];
  const text = wire === 'string' || wire === 'date' || wire === 'date-time' || wire === 'time';
  if (text && !isCopy(row.transform)) found.push(['empty', '']);
  if (text) found.push(['unicode', 'Zoë Ørsted 株式会社']);
  const { kind } = row.transform;
  if (kind === 'lookup') {
    for (const { from } of row.transform.table) {
      if (typeof from === (text ? 'string' : wire === 'boolean' ? 'boolean' : 'number'))
        found.push([`value ${literal(from)}`, from]);
    }
  }
  if (kind === 'unit' && wire === 'integer') found.push(['zero', 0], ['negative', -1999]);
  if (kind === 'date-format' && row.transform.from.startsWith('iso') && text) {
    found.push(['leap day', '2024-02-29'], ['other time zone', '2024-12-31T23:30:00-02:00']);
  }
  if (kind === 'split' && text)
    found.push(['one part', 'Ada'], ['many parts', ['Ada', 'de', 'Vries'].join(row.transform.separator)]);
  if (kind === 'cast' && row.transform.to === 'boolean' && text) found.push(['yes', 'Yes'], ['no', 'false']);
  if (kind === 'cast' && row.transform.to !== 'string' && text) found.push(['number', '-12.9']);
  return found;
}
