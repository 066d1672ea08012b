import type { Message } from 'esbuild';
import type { RunError } from '../result.ts';
import { BundlerCrashed, build } from './build.ts';
import { jail } from './jail.ts';
import { bombIn } from './refuse-bombs.ts';
import { tidy, type VirtualFiles } from './virtual-files.ts';

/** Code ready for the isolate, with its source map; or why it cannot be bundled. */
export type Bundle = { readonly code: string; readonly map: string } | { readonly error: RunError };

/**
 * Bundles an entry and all it imports, from the given files only. The result is one script that enters through
 * the runtime's door, so that `await` at the top level works.
 */
export async function bundleCode(files: VirtualFiles, entry: string): Promise<Bundle> {
  const path = tidy(entry);
  if (!files.has(path)) return { error: { message: `${entry} is not among the given files`, at: null } };
  const bomb = bombIn(files);
  if (bomb !== null) return { error: { message: bomb, at: null } };
  const source = `import * as entry from ${JSON.stringify(path)};\n__sandboxLeave(entry);`;
  try {
    const result = await build({
      entryPoints: ['sandbox-entry'],
      bundle: true,
      write: false,
      outfile: 'bundle.js',
      format: 'esm',
      platform: 'neutral',
      target: 'es2024',
      charset: 'utf8',
      sourcemap: 'external',
      sourcesContent: false,
      logLevel: 'silent',
      legalComments: 'none',
      // Without it, esbuild looks for a tsconfig.json on the host's disk.
      tsconfigRaw: { compilerOptions: { target: 'es2024' } },
      define: { 'import.meta': '__sandboxMeta' },
      banner: { js: `__sandboxEnter(async (__sandboxLeave) => { "use strict"; ${meta(path)}` },
      footer: { js: '});' },
      plugins: [jail(files, source)],
    });
    const text = (ending: string) =>
      result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
    return { code: text('bundle.js'), map: text('bundle.js.map') };
  } catch (error) {
    if (error instanceof BundlerCrashed) return { error: { message: 'the code cannot be parsed', at: null } };
    const message = messageOf(error);
    if (message === null) throw error;
    return { error: message };
  }
}

function meta(path: string): string {
  const value = { url: `file:///${path}`, filename: `/${path}`, dirname: '/', main: false };
  return `const __sandboxMeta = Object.freeze(${JSON.stringify(value)});`;
}

/** The first of esbuild's complaints about the code; null for any other failure. */
function messageOf(error: unknown): RunError | null {
  const errors = error instanceof Error && 'errors' in error ? (error.errors as Message[]) : [];
  const [first] = errors;
  if (first === undefined) return null;
  const { location, text } = first;
  if (location === null) return { message: text, at: null };
  return {
    message: text,
    at: `${location.file.replace(/^virtual:/, '')}:${location.line}:${location.column + 1}`,
  };
}
