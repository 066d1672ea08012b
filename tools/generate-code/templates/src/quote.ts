/** Escapes a value for a quoted string of a query language: quotes and backslashes lose their meaning. */
export function escapeQuoted(value: string): string {
  return value
    .replace(/[\\'"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** The same, with the quotes around it. */
export function quoted(value: string, quote: '"' | "'"): string {
  return `${quote}${escapeQuoted(value)}${quote}`;
}
