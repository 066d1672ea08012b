import type { Pages, SourceSystem } from './systems.ts';

/**
 * Changes since a moment, oldest first, each once, without a gap. A record that is edited while we read moves to the
 * end and the others move up: a cursor that counts records would step over one, and some searches end after so many
 * pages. So every page is asked for anew, from the last moment seen. The API's own cursor leads on only where a page
 * does not get past its moment, or where its records are in no order that we can see.
 */
export async function* changesInOrder(
  pagesSince: (moment: Date) => Pages,
  since: Date,
  { idOf, updatedAt }: Pick<SourceSystem, 'idOf' | 'updatedAt'>,
): Pages {
  const seen = new Map<string, number | undefined>();
  const isNew = (raw: unknown): boolean => {
    const id = idOf(raw);
    if (id === undefined) return true;
    const time = updatedAt(raw)?.getTime();
    const before = seen.has(id) && seen.get(id) === time;
    seen.set(id, time);
    return !before;
  };
  let from = since;
  for (;;) {
    let next: Date | undefined;
    for await (const page of pagesSince(from)) {
      yield page.filter(isNew);
      const last = lastMoment(page.map(updatedAt));
      if (last !== undefined && last > from) next = last;
      if (next !== undefined) break;
    }
    // The pages came to their own end.
    if (next === undefined) return;
    from = next;
  }
}

/** The last of moments that never go back; undefined when they do, or when one is not known. */
function lastMoment(moments: readonly (Date | undefined)[]): Date | undefined {
  const inOrder = moments.every((moment, index) => {
    const before = index === 0 ? moment : moments[index - 1];
    return moment !== undefined && before !== undefined && before <= moment;
  });
  return inOrder ? moments.at(-1) : undefined;
}
