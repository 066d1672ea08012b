import { singular } from '../../core/text/singular.ts';

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
