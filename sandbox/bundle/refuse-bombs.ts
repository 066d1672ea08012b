import type { VirtualFiles } from './virtual-files.ts';

const limits = { file: 1_000_000, total: 8_000_000, depth: 1_000 } as const;

/**
 * Says why sources should not be given to a parser, or null. Parsers recurse: a million open brackets overflow
 * the stack of esbuild's process, which all of this process share. Brackets in strings count too, which only
 * matters to files with a thousand unmatched ones.
 */
export function bombIn(files: VirtualFiles): string | null {
  let total = 0;
  for (const [path, source] of files) {
    total += source.length;
    if (source.length > limits.file) return `${path} is longer than ${limits.file} characters`;
    if (depthOf(source) > limits.depth) return `${path} nests deeper than ${limits.depth} levels`;
  }
  return total > limits.total ? `the files are longer than ${limits.total} characters in all` : null;
}

function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const bracket of source.matchAll(/[()[\]{}]/g)) {
    depth = '([{'.includes(bracket[0]) ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
