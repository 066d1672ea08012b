import type { IdentifiedMapping } from './identified-mapping.ts';

const columns = ['target', 'sources', 'transform', 'confidence', 'status', 'evidence', 'before', 'after'];

/** RFC 4180, with a header: one line per row of the mapping, then one per target without a source. */
export function toCsv({ rows, unmappedRequired, unmappedTargets }: IdentifiedMapping): string {
  const required = new Set(unmappedRequired.map(({ target }) => target));
  const lines = [
    columns,
    ...rows.map((row) => [
      row.target,
      row.sources.join(' + '),
      JSON.stringify(row.transform),
      row.confidence.toString(),
      row.status,
      row.evidence.map((one) => `${one.for ? '+' : '−'} ${one.says}`).join('; '),
      row.sample === null ? '' : JSON.stringify(row.sample.before),
      row.sample === null ? '' : JSON.stringify(row.sample.after),
    ]),
    ...unmappedTargets.map((target) => [
      target,
      '',
      '',
      '',
      required.has(target) ? 'required without a source' : 'unmapped',
      '',
      '',
      '',
    ]),
  ];
  return `${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where needed. A spreadsheet takes what starts with one of these for a formula: an apostrophe keeps it a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
