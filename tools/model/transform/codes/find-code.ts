import type { CodeSystem } from './code-systems.ts';
import { countries } from './countries.ts';
import { states } from './states.ts';

/** A list of codes and the column (counted from 0) in which its wanted form stands. */
export interface CodeList {
  readonly list: 'countries' | 'states';
  readonly column: number;
}

/** Systems that are looked up in a list; the others are only a way of writing. */
export const codeLists: Readonly<Partial<Record<CodeSystem, CodeList>>> = {
  'country-alpha2': { list: 'countries', column: 0 },
  'country-alpha3': { list: 'countries', column: 1 },
  'country-name': { list: 'countries', column: 2 },
  'state-code': { list: 'states', column: 0 },
  'state-name': { list: 'states', column: 1 },
};
export const codeListTexts = { countries, states } as const;

/** The wanted form of a code, whichever of its forms is given; undefined when it is none. */
export function findCode(value: unknown, system: CodeSystem): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const known = codeLists[system];
  if (known !== undefined) return indexOf(system, known).get(codeKey(text));
  if (system === 'language-base') return /^[a-z]{2,3}(?=$|[-_])/i.exec(text)?.[0]?.toLowerCase();
  if (!/^[a-z]{3}$/i.test(text)) return undefined;
  return system === 'currency-upper' ? text.toUpperCase() : text.toLowerCase();
}

const indexes = new Map<CodeSystem, ReadonlyMap<string, string>>();

function indexOf(system: CodeSystem, { list, column }: CodeList): ReadonlyMap<string, string> {
  const made = indexes.get(system);
  if (made !== undefined) return made;
  const index = new Map<string, string>();
  for (const line of codeListTexts[list].trim().split('\n')) {
    const forms = line.split('|');
    const wanted = forms[column];
    for (const form of forms) {
      if (wanted !== undefined && !index.has(codeKey(form))) index.set(codeKey(form), wanted);
    }
  }
  indexes.set(system, index);
  return index;
}

/** Letters only, without accents and case: `Côte d’Ivoire` is `cotedivoire`. */
function codeKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase();
}
