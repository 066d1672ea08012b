import { castValue } from './cast.ts';
import { splitName } from './split-name.ts';
import type { TextPart, TransformOf } from './transform.ts';
import { TransformError } from './transform-error.ts';

/** One part of a text; undefined when it has none. Throws `TransformError` for an address line of another form. */
export function splitText(value: unknown, transform: TransformOf<'split'>): string | undefined {
  const text = castValue(value, 'string');
  if (transform.part !== undefined) return partOf(text, transform.part);
  const parts = text.split(transform.separator).map((part) => part.trim());
  const at = transform.index < 0 ? parts.length + transform.index : transform.index;
  const picked = transform.rest ? parts.slice(at).join(transform.separator) : parts[at];
  return picked === '' ? undefined : picked;
}

function partOf(text: string, part: TextPart): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (part) {
    case 'given-name':
    case 'family-name':
      return splitName(trimmed)[part];
    case 'phone-country-code':
      return /^\+(\d{1,3})(?=[^\d])/.exec(trimmed)?.[1];
    case 'phone-extension':
      return /(?:ext(?:ension)?\.?|x|#|;ext=)\s*(\d{1,6})$/i.exec(trimmed)?.[1];
    default: {
      // `Springfield, IL 62704`
      const found = /^(.+?),\s*([A-Za-z]{2,3})\.?\s+([A-Za-z\d][A-Za-z\d -]{2,9})$/.exec(trimmed);
      if (found === null)
        throw new TransformError(`${JSON.stringify(text)} is not written as "City, ST 12345"`);
      return found[part === 'city' ? 1 : part === 'state' ? 2 : 3];
    }
  }
}
