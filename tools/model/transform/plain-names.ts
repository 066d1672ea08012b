import type { CodeSystem } from './codes/code-systems.ts';
import type { DateFormat, TextPart } from './transform.ts';

/** What a person calls a value's type. */
export const typeWords = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
} as const;

export const dateWords: Readonly<Record<DateFormat, string>> = {
  'iso-date': 'date',
  'iso-date-time': 'date and time',
  'epoch-ms': 'milliseconds since 1970',
  'epoch-s': 'seconds since 1970',
  iso: 'date or date and time',
  epoch: 'seconds or milliseconds since 1970',
  yyyymmdd: 'YYYYMMDD',
  'mm/dd/yyyy': 'MM/DD/YYYY',
  'dd/mm/yyyy': 'DD/MM/YYYY',
};

export const partWords: Readonly<Record<TextPart, string>> = {
  'given-name': 'the first name',
  'family-name': 'the last name',
  city: 'the city of "City, ST 12345"',
  state: 'the state of "City, ST 12345"',
  'postal-code': 'the postal code of "City, ST 12345"',
  'phone-country-code': 'the country code of the number',
  'phone-extension': 'the extension of the number',
};

export const codeWords: Readonly<Record<CodeSystem, string>> = {
  'country-alpha2': 'a country code of two letters',
  'country-alpha3': 'a country code of three letters',
  'country-name': "the country's English name",
  'state-code': 'a state code of two letters',
  'state-name': "the state's name",
  'currency-upper': 'a currency code in capitals',
  'currency-lower': 'a currency code in small letters',
  'language-base': 'a language code without its region',
};
