import { codeKey } from './code-key.ts';

/** The wanted form of a code, whichever of its forms is given; undefined when it is none. */
export function codeOf(value: unknown, table: ReadonlyMap<string, string>): string | undefined {
  return typeof value === 'string' ? table.get(codeKey(value.trim())) : undefined;
}
