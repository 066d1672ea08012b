import { posix } from 'node:path';

/** Sources by path, as the caller gave them, with tidy relative paths: `./src/a.ts` is `src/a.ts`. */
export type VirtualFiles = ReadonlyMap<string, string>;

const endings = ['', '.ts', '.mts', '.tsx', '.js', '.mjs', '.json', '/index.ts', '/index.js'];

export function virtualFiles(files: Readonly<Record<string, string>>): VirtualFiles {
  return new Map(Object.entries(files).map(([path, source]) => [tidy(path), source]));
}

export function tidy(path: string): string {
  return posix.normalize(path).replace(/^\/+/, '');
}

/** The file that a relative import means: exactly, with an ending added, or the `.ts` behind a `.js`. */
export function resolveRelative(files: VirtualFiles, specifier: string, importer: string): string | null {
  return resolvePath(files, posix.join(posix.dirname(importer), specifier));
}

/** The same for a path from the root of the given files. */
export function resolvePath(files: VirtualFiles, path: string): string | null {
  const behind = /\.m?jsx?$/.test(path) ? [path.replace(/js(x?)$/, 'ts$1')] : [];
  return (
    [...endings.map((ending) => path + ending), ...behind].find((candidate) => files.has(candidate)) ?? null
  );
}
