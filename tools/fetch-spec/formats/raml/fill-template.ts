import type { Json, JsonObject } from '../../../core/json/json.ts';
import { singular } from '../../../core/text/singular.ts';
import { camelCase, words } from '../../naming/words.ts';

/** Longest text that a template may grow to. */
const maxText = 100_000;

/** How many more nodes the templates of one document may make. */
export interface TemplateBudget {
  left: number;
}

/** A copy of a template with its `<<parameters>>` filled in; unknown ones become nothing. Null when the budget is spent. */
export function fillTemplate(
  template: Json,
  parameters: JsonObject,
  whole: ReadonlyMap<object, string>,
  budget: TemplateBudget,
): Json {
  const values = new Map(Object.entries(parameters));
  const fill = (node: Json): Json => {
    budget.left -= 1;
    if (budget.left < 0) return null;
    if (typeof node === 'string') {
      const text = filled(node, values);
      // Long texts count for more: they may be repeated without end.
      if (typeof text === 'string') budget.left -= Math.floor(text.length / 100);
      return text;
    }
    if (typeof node !== 'object' || node === null || whole.has(node)) return node;
    if (Array.isArray(node)) return node.map(fill);
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]) => [String(filled(key, values)), fill(inner)]),
    );
  };
  return fill(template);
}

function filled(text: string, values: ReadonlyMap<string, Json>): Json {
  if (!text.includes('<<') || text.length > maxText) return text;
  // A parameter that is the whole value may be a map or a number.
  const only = /^<<\s*([\w-]+)\s*>>$/.exec(text)?.[1];
  if (only !== undefined) return values.get(only) ?? '';
  let length = 0;
  return text.replaceAll(
    /<<\s*([\w-]+)\s*((?:\|\s*![a-z]+\s*)*)>>/g,
    (_, name: string, functions: string) => {
      const value = values.get(name) ?? '';
      const plain = typeof value === 'object' ? '' : String(value);
      length += plain.length;
      return length > maxText ? '' : applyAll(plain, functions);
    },
  );
}

function applyAll(text: string, functions: string): string {
  return [...functions.matchAll(/!([a-z]+)/g)].reduce((value, [, name = '']) => apply(value, name), text);
}

/** The functions that RAML gives to templates. */
function apply(text: string, name: string): string {
  switch (name) {
    case 'singularize':
      return singular(text);
    case 'pluralize':
      return plural(text);
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
    case 'lowercamelcase':
      return camelCase(words(text));
    case 'uppercamelcase':
      return camelCase(['', ...words(text)]);
    case 'lowerunderscorecase':
      return words(text).join('_');
    case 'upperunderscorecase':
      return words(text).join('_').toUpperCase();
    case 'lowerhyphencase':
      return words(text).join('-');
    case 'upperhyphencase':
      return words(text).join('-').toUpperCase();
    default:
      return text;
  }
}

function plural(word: string): string {
  if (singular(word) !== word) return word;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}
