/** Any JSON value as source text. Strings are escaped by JSON's own rules, whatever they hold. */
export function literal(value: unknown): string {
  // Line separators are legal in JSON and in strings, but editors and diffs trip over them.
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Text from outside for use inside a comment, on one line. */
export function commentText(text: string, limit = 200): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  const line = text.replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  return (line.length > limit ? `${line.slice(0, limit)}…` : line).replaceAll('*/', '* /');
}

/** Text from outside as the fixed part of a template literal. */
export function templateText(text: string): string {
  return literal(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** A list of strings as source text. */
export function stringList(values: readonly string[]): string {
  return `[${values.map(literal).join(', ')}]`;
}
