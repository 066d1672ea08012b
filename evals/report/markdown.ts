/** A table whose first row is the head; cells are escaped, from the third column on aligned right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [
    line(head),
    `|${head.map((_, at) => (at < 2 ? ' --- |' : ' ---: |')).join('')}`,
    ...rows.map(line),
  ].join('\n');
}

/** Names of folders are data: no markup, no line breaks, no new cells. */
function cell(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~!#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

/** Three decimals, or a dash for what there is nothing of. */
export function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** `0.812 (0.760–0.861)`. */
export function withInterval(value: number | null, interval: readonly [number, number] | null): string {
  return interval === null
    ? figure(value)
    : `${figure(value)} (${figure(interval[0])}–${figure(interval[1])})`;
}
