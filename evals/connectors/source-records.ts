import type { Plan } from '../../tools/generate-code/plan/plan.ts';
import { firstRecord, numberedFields } from '../../tools/generate-code/sample/numbered.ts';
import { setAt } from '../../tools/generate-code/sample/set-at.ts';
import { parsePath, readPath } from '../../tools/model/index.ts';

/** So many records of the source, each with an id, a time of change and a match key of its own. */
export function sourceRecords(plan: Plan, count: number): Record<string, unknown>[] {
  const first = firstRecord(plan);
  const numbered = numberedFields(plan);
  return Array.from({ length: count }, (_, at) =>
    numbered.reduce(
      (record, { path }) => setAt(record, parsePath(path), numberedValue(readPath(first, path), at + 1)),
      first,
    ),
  );
}

/** The value of the first record, for the n-th: times go on by a minute, numbers and the digits of a text count on. */
function numberedValue(first: unknown, n: number): unknown {
  if (typeof first === 'number')
    return first > 1e9 ? first + (n - 1) * (first > 1e12 ? 60_000 : 60) : first + n - 1;
  const text = String(first);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return new Date(Date.parse(text) + (n - 1) * 60_000).toISOString();
  if (/^\+\d+$/.test(text)) return `${text.slice(0, -5)}${String(10_000 + n)}`;
  return text.replace(/\d+/, String(n));
}
