/** The words of a name, lower-case, letters and digits only: `salesOrder`, `sales-order` → sales, order. */
export function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** A type's name; `Record` when nothing usable is left of the name. */
export function pascalCase(name: string): string {
  const joined = words(name).map(capital).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `Record${joined}`;
}

/** A variable's name; `value` when nothing usable is left of the name. */
export function camelCase(name: string): string {
  const [first = 'value', ...rest] = words(name);
  const joined = first + rest.map(capital).join('');
  return /^[a-z]/.test(joined) ? joined : `value${capital(joined)}`;
}

/** A folder's or file's name. */
export function kebabCase(name: string): string {
  return words(name).join('-') || 'record';
}

/** English plural of the last word. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
