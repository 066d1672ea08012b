import { type Entity, lastName, type MappingRow } from '../../model/index.ts';
import { code, percent, text } from './markdown.ts';
import type { Section } from './section.ts';
import { transformWords } from './transform-words.ts';

/** The rows that are in the code, one line each. */
export function mappingTable(rows: readonly MappingRow[], source: Entity, target: Entity): Section {
  const head = ['## Mapping', ''];
  if (rows.length === 0) return { head: [...head, 'No field is mapped yet.'], lines: [], tail: [] };
  return {
    head: [
      ...head,
      `| ${text(target.label)} field | From | Transform | Confidence | Why | Example |`,
      '| --- | --- | --- | ---: | --- | --- |',
    ],
    lines: rows.map((row) => {
      const from = row.sources.map((path) => fieldName(source, path)).join(' + ') || '—';
      const sure = `${percent(row.confidence)}${row.status === 'edited' ? ' (edited)' : ''}`;
      return `| ${fieldName(target, row.target)} | ${from} | ${transformWords(row)} | ${sure} | ${evidenceWords(row)} | ${sampleWords(row)} |`;
    }),
    tail: [],
  };
}

/** A field's path, and its label where that tells more. */
export function fieldName({ fields }: Entity, path: string): string {
  const label = fields.find((field) => field.path === path)?.label ?? null;
  const key = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return label === null || key(label) === key(lastName(path))
    ? code(path)
    : `${code(path)} ${text(label, 60)}`;
}

/** The strongest reasons, those against it named as such. */
export function evidenceWords({ evidence }: Pick<MappingRow, 'evidence'>): string {
  const words = [
    ...evidence.filter((item) => item.for).map(({ says }) => text(says, 100)),
    ...evidence.filter((item) => !item.for).map(({ says }) => `but ${text(says, 100)}`),
  ];
  return words.length > 4 ? `${words.slice(0, 3).join('; ')}; …` : words.join('; ') || '—';
}

function sampleWords({ sample }: MappingRow): string {
  if (sample === null) return '—';
  return `${code(JSON.stringify(sample.before), 40)} → ${code(JSON.stringify(sample.after), 40)}`;
}
