import { parsePath } from '../../../model/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { expectedRecord } from '../../sample/expected.ts';
import { firstRecord, type Numbered, numberedFields } from '../../sample/numbered.ts';
import { passes } from '../../sample/sample-record.ts';
import { fitsWire } from '../../sample/sample-value.ts';
import { setAt } from '../../sample/set-at.ts';
import { type GeneratedFile, generatedHeader } from '../generated-file.ts';
import { literal, stringList } from '../literal.ts';
import { propertyEntry } from '../property.ts';

/** `test/records.ts`: source records for the tests, from the examples of the description. */
export function emitRecords(plan: Plan): GeneratedFile {
  const { source } = plan;
  const numbered = numberedFields(plan);
  const bad = badField(plan);
  const changed = changedField(plan, numbered);
  const { updatedField } = source.entity;
  const time = updatedField === null ? '' : stringList(names(updatedField));
  const touched =
    updatedField === null
      ? 'sourceRecord(n)'
      : `withValue(sourceRecord(n), ${time}, readPath(sourceRecord(at), ${time})) as Json`;
  const content = `${generatedHeader}${updatedField === null ? '' : "import { readPath } from '../src/json.ts';\n"}import { type Json, withValue } from './fake-json.ts';

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

/** The same ${source.one} when its last change was at the time of another one's. */
export function touchedRecord(n: number, ${updatedField === null ? '_at' : 'at'}: number): Json {
  return ${touched};
}

/** Whether the change is in a field that is carried over. */
export const changeIsSeen: boolean = ${changed.seen};

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

/** Names, and the first place of each list on the way. */
const steps = (path: string) =>
  parsePath(path).flatMap(({ name, repeated }) => (repeated ? [name, '0'] : [name]));

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

/** A change that reaches the target and is taken there. */
function changedField(
  plan: Plan,
  numbered: readonly Numbered[],
): { path: string[]; value: unknown; seen: boolean } {
  const before = firstRecord(plan);
  const same = JSON.stringify(expectedRecord(plan, before));
  const fixed = new Set(numbered.map(({ path }) => path));
  for (const path of plan.rows.flatMap(({ sources }) => sources)) {
    const field = plan.source.fields.get(path);
    if (field === undefined || fixed.has(path)) continue;
    const values = ['Changed', ...field.enum.map(({ value }) => value), false, 43, '43', '2025-03-31', null];
    for (const value of values.filter((candidate) => candidate === null || fitsWire(field, candidate))) {
      const after = setAt(before, parsePath(path), value);
      if (passes(plan, after) && JSON.stringify(expectedRecord(plan, after)) !== same)
        return { path: steps(path), value, seen: true };
    }
  }
  // Nothing but what tells records apart is mapped: a change is then a field that nobody carries over.
  return { path: ['changed'], value: true, seen: false };
}
