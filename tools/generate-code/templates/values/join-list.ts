import { elements } from './elements.ts';
import { toText } from './to-text.ts';

/** A list as one text. */
export function joinList(value: unknown, separator: string): string | null | undefined {
  if (value === null || value === undefined) return value;
  return elements(value)
    .map((element) => (element === null || element === undefined ? String(element) : toText(element)))
    .join(separator);
}
