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

/** Words of an identifier: `line_items` and `LineItems` → `line`, `items`. */
export function words(identifier: string): string[] {
  return identifier
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** Words → `lineItem`. */
export function camelCase(parts: readonly string[]): string {
  return parts.map((word, index) => (index === 0 ? word : capital(word))).join('');
}

/** Words → `Line item`. */
export function sentence(parts: readonly string[]): string {
  return capital(parts.join(' '));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Line-Items` → `lineItem`: the name of one record of a collection. Empty when there is no letter in it. */
export function entityName(segment: string): string {
  const parts = words(segment);
  const last = parts.pop();
  return last === undefined ? '' : camelCase([...parts, singular(last)]);
}
