/** A word without its plural ending; enough for field names, not for English. */
export function singular(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is|as|news)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
