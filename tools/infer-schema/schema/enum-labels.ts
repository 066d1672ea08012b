import { arrayOf, isObject, property, textOf } from '../../core/json/json.ts';
import type { SchemaShape } from '../../core/openapi/draft.ts';

const maxText = 20_000;
const lists = [
  'x-enumNames',
  'x-enum-varnames',
  'x-enum-labels',
  'x-enumLabels',
  'x-enum-descriptions',
  'x-enumDescriptions',
];

/** Label of each allowed value, by the value as text, wherever the schema has them. */
export function enumLabels(shape: SchemaShape): ReadonlyMap<string, string> {
  const { keywords, enum: values } = shape;
  if (values.length === 0) return new Map();
  if (shape.labels.size > 0) return shape.labels;
  for (const name of lists) {
    const given = keywords[name];
    if (Array.isArray(given) && given.length >= values.length) {
      return labelled(values.map((value, index) => [String(value), textOf(given[index])]));
    }
    if (isObject(given))
      return labelled(values.map((value) => [String(value), textOf(property(given, String(value)))]));
  }
  const microsoft = arrayOf(property(keywords['x-ms-enum'], 'values'));
  if (microsoft.length > 0) {
    const said = (node: unknown) => textOf(property(node, 'name')) ?? textOf(property(node, 'description'));
    return labelled(microsoft.map((node) => [String(property(node, 'value')), said(node)]));
  }
  return fromProse(values.map(String), textOf(keywords['description']) ?? '');
}

function labelled(pairs: readonly (readonly [string, string | null])[]): Map<string, string> {
  return new Map(pairs.flatMap(([value, label]) => (label === null ? [] : [[value, label] as const])));
}

const line =
  /^[\s*•+-]*[`'"*_]{0,3}([^`'"*_:=\u2013\u2014]{1,80}?)[`'"*_]{0,3}\s*(?:[:=\u2013\u2014]|\s-\s)[\s*_]*(\S.{0,120})$/;

/** "- `a`: Active" lines, only when there is one for every value. */
function fromProse(values: readonly string[], text: string): Map<string, string> {
  if (text.length > maxText || !text.includes('\n')) return new Map();
  const said = new Map<string, string>();
  for (const one of text.split('\n')) {
    const match = line.exec(one.slice(0, 300));
    const [, value, label] = match ?? [];
    if (value !== undefined && label !== undefined && !said.has(value.trim())) {
      said.set(value.trim(), label.trim().replace(/[.;]$/, '').slice(0, 100));
    }
  }
  return values.every((value) => said.has(value))
    ? labelled(values.map((value) => [value, said.get(value) ?? null]))
    : new Map();
}
