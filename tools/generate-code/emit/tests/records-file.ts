import { parsePath } from '../../../model/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { type GeneratedFile, generatedHeader } from '../generated-file.ts';
import { literal, stringList } from '../literal.ts';
import { propertyEntry } from '../property.ts';
import { expectedRecord } from './expected.ts';
import { firstRecord, type Numbered, numberedFields } from './numbered.ts';
import { setAt } from './set-at.ts';

/** `test/records.ts`: source records for the tests, from the examples of the description. */
export function emitRecords(plan: Plan): GeneratedFile {
  const { source } = plan;
  const numbered = numberedFields(plan);
  const bad = badField(plan);
  const changed = changedField(plan, numbered);
  const content = `${generatedHeader}import { type Json, withValue } from './fake-json.ts';

export function sourceId(n: number): string {
  return String(n);
}

/** A ${source.brand} ${source.one} with every mapped field; no two are the same. */
export function sourceRecord(n: number): Json {
  return ${recordCode(firstRecord(plan), numbered, '')};
}

/** The same ${source.one} after somebody has changed it. */
export function changedRecord(n: number): Json {
  return withValue(sourceRecord(n), ${stringList(changed.path)}, ${literal(changed.value)}) as Json;
}

/** A ${source.one} that breaks its own description. */
export function badRecord(n: number): Json {
  return withValue(sourceRecord(n), ${stringList(bad)}, { unexpected: true }) as Json;
}
export const badPath = ${literal(bad.join('.'))};
`;
  return { path: 'test/records.ts', content };
}

function recordCode(value: unknown, numbered: readonly Numbered[], path: string): string {
  const code = numbered.find((entry) => entry.path === path)?.code;
  if (code !== undefined) return code;
  if (Array.isArray(value))
    return `[${value.map((element) => recordCode(element, numbered, `${path}[]`)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return literal(value);
  const entries = Object.entries(value).map(([name, inner]) =>
    propertyEntry(
      name,
      recordCode(inner, numbered, `${path}${path === '' ? '' : '.'}${name.replaceAll('.', '\\.')}`),
    ),
  );
  return `{ ${entries.join(', ')} }`;
}

const names = (path: string) => parsePath(path).map(({ name }) => name);

/** A mapped field of one plain value, which an object cannot be. */
function badField({ source, rows }: Plan): string[] {
  const candidates = rows.flatMap((row) => row.sources);
  const plain = candidates.find((path) => {
    const field = source.fields.get(path);
    const wire = field?.wireType ?? field?.type;
    return (
      !path.includes('[]') &&
      wire !== 'any' &&
      wire !== 'object' &&
      wire !== 'array' &&
      path !== source.entity.idField
    );
  });
  return names(plain ?? source.entity.idField ?? '');
}

/** A change that reaches the target: the first field whose absence is allowed and seen there. */
function changedField(plan: Plan, numbered: readonly Numbered[]): { path: string[]; value: unknown } {
  const before = firstRecord(plan);
  const same = JSON.stringify(expectedRecord(plan, before));
  const identity = new Set(numbered.map(({ path }) => path));
  const required = new Set(
    [...plan.target.fields.values()].filter((field) => field.required).map(({ path }) => path),
  );
  for (const row of plan.rows) {
    const [path] = row.sources;
    if (path === undefined || path.includes('[]') || identity.has(path) || required.has(row.target)) continue;
    for (const value of ['Changed', null]) {
      const after = expectedRecord(plan, setAt(before, parsePath(path), value));
      const text = value === null || isFreeText(plan, path, row.target);
      if (text && 'record' in after && JSON.stringify(after) !== same) return { path: names(path), value };
    }
  }
  return { path: [], value: before };
}

function isFreeText({ source, target }: Plan, from: string, to: string): boolean {
  const text = (field: ReturnType<typeof source.fields.get>) =>
    field !== undefined &&
    field.type === 'string' &&
    (field.wireType ?? 'string') === 'string' &&
    field.enum.length === 0;
  return (
    text(source.fields.get(from)) &&
    text(target.fields.get(to)) &&
    (target.fields.get(to)?.maxLength ?? 99) > 7
  );
}
