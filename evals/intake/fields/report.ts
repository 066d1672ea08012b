import { parseArgs } from 'node:util';
import { loadLabels } from './load-labels.ts';
import { type Measured, measure } from './measure.ts';
import { type FieldScore, marks, ratio, type Share, total } from './score.ts';

/** Scores of all labelled files below `specs`, one after the other. */
export async function measureAll(specs: string, only?: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [name, label] of await loadLabels()) {
    if (only === undefined || name.includes(only)) measured.push(await measure(name, label, specs));
  }
  return measured;
}

/** `[--only NAME] [--list]`: the table by file and, with `--list`, every record type and field that is not right. */
export async function fieldReport(argv: readonly string[], specs: string): Promise<string> {
  const { values } = parseArgs({
    args: [...argv],
    options: { only: { type: 'string' }, list: { type: 'boolean', default: false } },
  });
  const measured = await measureAll(specs, values.only);
  const overall = {
    entities: sum(measured.map(({ entities }) => entities)),
    fields: total(measured.map(({ fields }) => fields)),
  };
  return [
    `${'file'.padEnd(44)} ${'entities'.padStart(14)} ${marks.map((mark) => mark.padStart(14)).join(' ')}`,
    ...measured.map(({ name, entities, fields }) => row(name, entities, fields)),
    row('all', overall.entities, overall.fields),
    ...(values.list
      ? measured.flatMap(({ name, missed, faults }) => [
          ...(missed.length === 0 ? [] : [`${name} lists no ${missed.join(', ')}`]),
          ...faults,
        ])
      : []),
    '',
  ].join('\n');
}

/** Adds shares up. */
export function sum(shares: readonly Share[]): Share {
  return {
    met: shares.reduce((count, { met }) => count + met, 0),
    of: shares.reduce((count, share) => count + share.of, 0),
  };
}

function row(name: string, entities: Share, fields: FieldScore): string {
  return `${name.slice(0, 44).padEnd(44)} ${cell(entities)} ${marks.map((mark) => cell(fields[mark])).join(' ')}`;
}

function cell(share: Share): string {
  return (share.of === 0 ? '-' : `${share.met}/${share.of} ${(100 * ratio(share)).toFixed(0)}%`).padStart(14);
}
