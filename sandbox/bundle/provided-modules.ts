/** What code in the sandbox may import besides its own files; `runtime/provided.ts` has the implementations. */
export const providedModules: readonly string[] = [
  'vitest',
  'zod',
  'zod/v4',
  'zod/mini',
  'node:buffer',
  'node:crypto',
  'node:fs',
  'node:fs/promises',
  'node:os',
  'node:path',
  'node:timers/promises',
];

/** The name under which a module is provided, also without `node:`; null when it is not. */
export function providedName(specifier: string): string | null {
  return [specifier, `node:${specifier}`].find((name) => providedModules.includes(name)) ?? null;
}
