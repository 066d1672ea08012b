import { oneLine } from '../../tools/core/index.ts';
import type { Mapping, MappingRow } from '../../tools/model/index.ts';

/** Most rows that are shown; all are in the mapping artifact. */
export const shownRows = 60;

/** The rows as a Markdown table: what fills each target field, how, and how sure that is. */
export function mappingTable(mapping: Mapping): string {
  const rows = mapping.rows.slice(0, shownRows).map(line);
  const rest = mapping.rows.length - rows.length;
  return [
    '| target | from | transform | confidence | status |',
    '|---|---|---|---|---|',
    ...rows,
    ...(rest > 0 ? [`… and ${rest} more rows; read_artifact with path "rows" shows them`] : []),
  ].join('\n');
}

function line({ target, sources, transform, confidence, status }: MappingRow): string {
  const from = transform.kind === 'constant' ? JSON.stringify(transform.value) : sources.join(' + ');
  return `| ${cell(target)} | ${cell(from)} | ${transform.kind} | ${confidence.toFixed(2)} | ${status} |`;
}

function cell(text: string): string {
  return oneLine(text, 120).replaceAll('|', '\\|');
}
