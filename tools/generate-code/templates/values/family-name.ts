import { splitName } from './split-name.ts';
import { toText } from './to-text.ts';

/** Family name of a full name; undefined for a single word. */
export function familyName(value: unknown): string | null | undefined {
  const text = toText(value);
  return text === null || text === undefined ? text : splitName(text)[1];
}
