import { type Mapping, showConfidence } from '../../tools/model/index.ts';
import type { Question } from '../connect-result.ts';

/** How a mapping stands: `open` counts the rows that nobody has decided. */
export function countRows(
  mapping: Mapping,
  threshold: number,
): { rows: number; approved: number; open: number } {
  const approved = mapping.rows.filter((row) => row.status === 'approved' || row.status === 'edited').length;
  const undecided = mapping.rows.filter(
    (row) => row.status === 'proposed' && row.confidence < threshold,
  ).length;
  return { rows: mapping.rows.length, approved, open: undecided };
}

/** What a person should decide: required fields that nothing fills, which records are the same, doubtful rows. */
export function openQuestions(mapping: Mapping, threshold: number): Question[] {
  const required = mapping.unmappedRequired.map(
    (gap): Question => ({
      id: `required:${gap.target}`,
      text: `${gap.target} has no source: ${gap.why}`,
      options: gap.candidates,
      default: null,
    }),
  );
  const doubtful = mapping.rows
    .filter((row) => row.status === 'proposed' && row.confidence < threshold)
    .map(
      (row): Question => ({
        id: `row:${row.target}`,
        text: `Should ${row.target} come from ${row.sources.join(' + ') || 'a constant'} (${row.transform.kind}, confidence ${showConfidence(row.confidence)})?`,
        options: ['approve', 'reject', ...row.alternatives.map((other) => other.sources.join(' + '))],
        default: null,
      }),
    );
  return [...required, ...matchKey(mapping), ...doubtful];
}

/** The answer is given as `matchKeys` of an approval: an option is `source = target`. */
function matchKey({ matchKeys, matchKeyQuestion: question }: Mapping): Question[] {
  if (matchKeys.length > 0 || question == null) return [];
  return [
    {
      id: 'match-key',
      text: `Which records are the same? ${question.why}: without a key, a connector knows only the records it made itself`,
      options: question.candidates.map(({ source, target }) => `${source} = ${target}`),
      default: null,
    },
  ];
}
