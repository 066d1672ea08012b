import { toText } from './to-text.ts';

/** Everything from one part of a separated text on (-1 is the last); undefined when there is none. */
export function splitRest(value: unknown, separator: string, index: number): string | null | undefined {
  const parts = toText(value)?.split(separator);
  if (parts === undefined) return value === null ? null : undefined;
  const from = index < 0 ? parts.length + index : index;
  const rest = parts.map((part) => part.trim()).slice(from);
  return rest.join(separator) || undefined;
}
