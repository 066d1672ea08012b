import { RecordError } from '../src/record-error.ts';
import { toText } from './to-text.ts';

/** One part of an address line such as `Springfield, IL 62704`. */
export function addressPart(
  value: unknown,
  part: 'city' | 'state' | 'postal-code',
  field: string,
): string | null | undefined {
  const text = toText(value);
  if (text === null || text === undefined) return text;
  if (text.trim() === '') return undefined;
  const found = /^(.+?),\s*([A-Za-z]{2,3})\.?\s+([A-Za-z\d][A-Za-z\d -]{2,9})$/.exec(text.trim());
  if (found === null)
    throw new RecordError(field, `${JSON.stringify(text)} is not written as "City, ST 12345"`);
  return found[part === 'city' ? 1 : part === 'state' ? 2 : 3];
}
