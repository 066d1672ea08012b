import { toText } from './to-text.ts';

/** The country code of a telephone number where it stands apart: `+44 20 …`. */
export function phoneCountryCode(value: unknown): string | null | undefined {
  const text = toText(value);
  return text === null || text === undefined ? text : /^\+(\d{1,3})(?=[^\d])/.exec(text.trim())?.[1];
}
