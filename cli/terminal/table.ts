import { plain } from './piece.ts';

/** Left-aligned columns, two spaces apart; each cell cut at `widest` characters. */
export function table(rows: readonly (readonly string[])[], widest = 44): string {
  const cells = rows.map((row) => row.map((cell) => cut(plain(cell), widest)));
  const widths: number[] = [];
  for (const row of cells)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
