import { toText } from './to-text.ts';

/** The extension of a telephone number, where it has one: `… ext. 12`. */
export function phoneExtension(value: unknown): string | null | undefined {
  const text = toText(value);
  if (text === null || text === undefined) return text;
  return /(?:ext(?:ension)?\.?|x|#|;ext=)\s*(\d{1,6})$/i.exec(text.trim())?.[1];
}
