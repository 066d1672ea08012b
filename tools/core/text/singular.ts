const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  movies: 'movie',
  cookies: 'cookie',
  indices: 'index',
  analyses: 'analysis',
};
const unchanging =
  /(?:^|[a-z])(?:news|series|media|data|metadata|criteria|settings|sms|dns|https?|aws|bus|gas|lens)$/;

/** `companies` → `company`, `addresses` → `address`, `status` → `status`. English only; other words stay. */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  const known = Object.hasOwn(irregular, lower) ? irregular[lower] : undefined;
  if (known !== undefined) return known;
  if (unchanging.test(lower) || /(?:ss|us|is|^pos|^chaos)$/.test(lower)) return word;
  if (/[^aeiou]ies$/.test(lower)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|(?:tat|ir|mp|on|lb|orp)us)es$/.test(lower)) return word.slice(0, -2);
  return lower.endsWith('s') && lower.length > 2 ? word.slice(0, -1) : word;
}
