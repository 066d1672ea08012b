import type { JsonObject } from '../../../core/json/json.ts';
import type { XmlElement } from '../xml/xml-element.ts';

const maxEnum = 2_000;

/** The documentation of a component as a description. */
export function documentationOf(element: XmlElement): JsonObject {
  const text = element
    .all('annotation')
    .flatMap((annotation) => annotation.all('documentation'))
    .map((documentation) => documentation.words())
    .join(' ')
    .trim();
  return text === '' ? {} : { description: text.slice(0, 500) };
}

/** Limits and allowed values of a restriction. Enum values of numbers and booleans are those, not text. */
export function facets(restriction: XmlElement, base: JsonObject): JsonObject {
  const number = (name: string): number | undefined => {
    const value = Number(restriction.first(name)?.get('value') ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  const values = restriction.all('enumeration').flatMap((each) => each.get('value') ?? []);
  const typed = values.slice(0, maxEnum).map((value) => {
    const isNumber = base['type'] === 'integer' || base['type'] === 'number';
    return isNumber && Number.isFinite(Number(value)) ? Number(value) : value.slice(0, 300);
  });
  const pattern = restriction.first('pattern')?.get('value');
  const length = number('length');
  const limits: [string, number | undefined][] = [
    ['maxLength', number('maxLength') ?? length],
    ['minLength', number('minLength') ?? length],
    ['minimum', number('minInclusive')],
    ['maximum', number('maxInclusive')],
    ['exclusiveMinimum', number('minExclusive')],
    ['exclusiveMaximum', number('maxExclusive')],
  ];
  return {
    ...(typed.length === 0 ? {} : { enum: [...new Set(typed)] }),
    ...(pattern === undefined ? {} : { pattern: pattern.slice(0, 500) }),
    ...Object.fromEntries(limits.filter((limit): limit is [string, number] => limit[1] !== undefined)),
  };
}

/** What the documentation says of each allowed value. */
export function enumLabels(restriction: XmlElement): JsonObject {
  const labels = restriction.all('enumeration').flatMap((each): [string, string][] => {
    const { description } = documentationOf(each);
    const value = each.get('value');
    return value === undefined || typeof description !== 'string' ? [] : [[value, description.slice(0, 100)]];
  });
  return labels.length === 0 ? {} : { 'x-causeway': { enumLabels: Object.fromEntries(labels) } };
}
