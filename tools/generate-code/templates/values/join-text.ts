import { toText } from './to-text.ts';

/** The parts that hold something, joined; undefined when none does. */
export function joinText(parts: readonly unknown[], separator: string): string | undefined {
  const filled = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return filled.length === 0 ? undefined : filled.map(toText).join(separator);
}
