import { toText } from './to-text.ts';

/** One part of a separated text (-1 is the last); undefined when there is none. */
export function splitPart(value: unknown, separator: string, index: number): string | null | undefined {
  const parts = toText(value)?.split(separator);
  if (parts === undefined) return value === null ? null : undefined;
  return parts[index < 0 ? parts.length + index : index]?.trim() || undefined;
}
