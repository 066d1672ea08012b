import type { MappingRow } from '../../tools/model/index.ts';
import { code, escapeMrkdwn } from '../text/escape.ts';
import { confidenceWords } from './confidence-words.ts';
import { transformWords } from './transform-words.ts';

/** One row: what goes where, how, and how sure we are. */
export function rowLine(row: MappingRow): string {
  const from = row.sources.length === 0 ? '_nothing_' : sum(row.sources);
  const how = transformWords(row);
  return `${from} → ${code(row.target)}${how === '' ? '' : `, ${how}`} (${confidenceWords(row.confidence)})`;
}

/** A doubtful row: the same, with what speaks against it (else for it) and the next best source. */
export function doubtfulLine(row: MappingRow): string {
  const reason = row.evidence.find((one) => !one.for) ?? row.evidence[0];
  const other = row.alternatives[0];
  const why = reason === undefined ? '' : ` – ${escapeMrkdwn(reason.says, 160)}`;
  const instead =
    other === undefined || other.sources.length === 0
      ? ''
      : `; or ${sum(other.sources)} (${confidenceWords(other.confidence)})`;
  return `${rowLine(row)}${why}${instead}`;
}

function sum(sources: readonly string[]): string {
  const shown = sources.slice(0, 4).map((path) => code(path));
  const hidden = sources.length - shown.length;
  return [...shown, ...(hidden === 0 ? [] : [`${hidden} more`])].join(' + ');
}
