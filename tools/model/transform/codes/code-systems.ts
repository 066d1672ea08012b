/** Forms in which the same country, state, currency or language is written. */
export const codeSystems = [
  'country-alpha2',
  'country-alpha3',
  'country-name',
  'state-code',
  'state-name',
  'currency-upper',
  'currency-lower',
  'language-base',
] as const;
export type CodeSystem = (typeof codeSystems)[number];
