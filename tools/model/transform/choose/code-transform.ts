import type { Field } from '../../field.ts';
import type { CodeSystem } from '../codes/code-systems.ts';
import { findCode } from '../codes/find-code.ts';
import type { Transform } from '../transform.ts';
import { valueKind } from '../value-kind.ts';
import { nameWords, pathWords } from './name-words.ts';

/** A country, state, currency or language in the form the target wants; null where both are written alike. */
export function codeTransform(source: Field, target: Field): Transform | null {
  const open = (field: Field) => valueKind(field) === 'text' || valueKind(field) === 'any';
  if (!open(source) || !open(target) || source.enum.length > 0) return null;
  const wanted = formOf(target);
  if (wanted === null || formOf(source) === wanted || family(wanted) !== topicOf(source)) return null;
  if (family(wanted) === 'language' && !source.examples.some((example) => /[-_]/.test(example))) return null;
  // Only countries are worth a try where the source does not say how it writes: others would refuse what is fine.
  const ready = ['country-alpha2', 'country-alpha3', 'language-base'].includes(wanted);
  if (!ready && formOf(source) === null) return null;
  return { kind: 'lookup', table: [], codes: wanted };
}

type Topic = 'country' | 'state' | 'currency' | 'language';

function family(system: CodeSystem): Topic {
  return system.split('-')[0] as Topic;
}

function topicOf(field: Field): Topic | null {
  const words = pathWords(field).slice(-3);
  const name = nameWords(field);
  const has = (word: string) => words.includes(word) || name.some((one) => one.endsWith(word));
  if (field.format === 'country' || has('country')) return 'country';
  if (has('state') || has('province') || has('region')) return 'state';
  if (field.format === 'currency' || has('currency')) return 'currency';
  if (field.format === 'locale' || has('language') || has('locale')) return 'language';
  return null;
}

/** The form in which a field writes its topic, as far as it says so. */
function formOf(field: Field): CodeSystem | null {
  const topic = topicOf(field);
  const samples = [...field.examples, ...field.enum.map(({ value }) => String(value))];
  const all = (form: RegExp) => samples.length > 0 && samples.every((sample) => form.test(sample));
  const last = nameWords(field).at(-1) ?? '';
  const code = /code$|^iso\d?$/.test(last);
  switch (topic) {
    case 'country':
      if (all(/^[A-Z]{3}$/) || field.maxLength === 3 || /alpha ?3|iso ?3/.test(nameWords(field).join(' ')))
        return 'country-alpha3';
      if (all(/^[A-Z]{2}$/) || field.format === 'country' || field.maxLength === 2 || code)
        return 'country-alpha2';
      return last === 'name' || isNamed(samples, 'country-name') ? 'country-name' : null;
    case 'state':
      if (all(/^[A-Z]{2}$/) || field.maxLength === 2 || code) return 'state-code';
      return last === 'name' || isNamed(samples, 'state-name') ? 'state-name' : null;
    case 'currency':
      return all(/^[a-z]{3}$/) ? 'currency-lower' : all(/^[A-Z]{3}$/) ? 'currency-upper' : null;
    case 'language':
      return all(/^[a-z]{2}$/) || field.maxLength === 2 ? 'language-base' : null;
    default:
      return null;
  }
}

/** The examples are the full names. */
function isNamed(samples: readonly string[], system: CodeSystem): boolean {
  return samples.length > 0 && samples.every((sample) => findCode(sample, system) === sample);
}
