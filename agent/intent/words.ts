/** The words of a text, in lower case without punctuation; arrows are read as "to". */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll(/->|→|=>/g, ' to ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `contacts` → `contact`, `companies` → `company`, `addresses` → `address`; other words unchanged. */
export function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The same for all spellings of one name: case, spaces, dashes and plural do not count. */
export function nameKey(name: string): string {
  return singular(wordsOf(name).join(''));
}
