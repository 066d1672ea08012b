import { camelCase } from './words.ts';

const taken = new Set(
  'source compact break case catch class const continue default delete do else enum export extends false finally for function if import in new null return super switch this throw true try typeof var void while with let static yield await async of type package interface private public protected implements arguments eval'.split(
    ' ',
  ),
);

/** A variable for one element of a list: `line_items` → lineItem. */
export function elementName(list: string): string {
  const many = camelCase(list);
  const one = many.endsWith('ies')
    ? `${many.slice(0, -3)}y`
    : many.endsWith('sses')
      ? many.slice(0, -2)
      : many.replace(/([^s])s$/, '$1');
  // Also free of the helpers' names, which are verbs with a capital inside.
  return one === many ||
    taken.has(one) ||
    /^(?:to|first|last|join|split|look|or|sum|count|convert)[A-Z]/.test(one)
    ? 'element'
    : one;
}
