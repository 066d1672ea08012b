/** Letters only, without accents and case: `Côte d’Ivoire` is `cotedivoire`. */
export function codeKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase();
}
