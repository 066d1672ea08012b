/** Text from outside on one line of ours: control characters become spaces, a long one is cut. */
export function oneLine(text: string, limit = 300): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
