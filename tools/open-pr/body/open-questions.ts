import type { Entity, MappingRow } from '../../model/index.ts';
import { evidenceWords, fieldName } from './mapping-table.ts';
import { code, percent } from './markdown.ts';
import type { ReviewState } from './review-state.ts';
import type { Section } from './section.ts';
import { transformWords } from './transform-words.ts';

/** Rows nobody has said yes to, with the best candidates. The code writes none of them. */
export function openQuestions(
  { open, rejected }: ReviewState,
  source: Entity,
  target: Entity,
): Section | null {
  if (open.length + rejected.length === 0) return null;
  return {
    head: ['## Open questions', '', 'The code writes none of these fields until somebody decides.', ''],
    lines: [
      ...open.map((row) => `- [ ] ${fieldName(target, row.target)}: ${candidates(row, source)}`),
      ...rejected.map(
        (row) => `- [x] ${fieldName(target, row.target)}: rejected; it was ${best(row, source)}`,
      ),
    ],
    tail: [],
  };
}

function candidates(row: MappingRow, source: Entity): string {
  const others = row.alternatives
    .slice(0, 3)
    .map(
      ({ sources, confidence }) => `${sources.map((path) => code(path)).join(' + ')} ${percent(confidence)}`,
    );
  const or = others.length === 0 ? '' : ` Or ${others.join(', ')}.`;
  return `${best(row, source)}? ${evidenceWords(row)}.${or}`;
}

function best(row: MappingRow, source: Entity): string {
  const from = row.sources.map((path) => fieldName(source, path)).join(' + ');
  return `${from === '' ? '' : `from ${from}, `}${transformWords(row)} (${percent(row.confidence)})`;
}
