import { splitName } from './split-name.ts';
import { toText } from './to-text.ts';

/** First and middle names of a full name. */
export function givenName(value: unknown): string | null | undefined {
  const text = toText(value);
  return text === null || text === undefined ? text : splitName(text)[0];
}
