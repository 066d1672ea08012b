import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { build } from './build.ts';

/** The sandbox's own two programs, as scripts. */
export interface OwnCode {
  /** What fills an isolate before untrusted code does. */
  readonly runtime: string;
  /** The child process. Compiled here, since Node cannot strip types itself under `--jitless` (no WebAssembly). */
  readonly runner: string;
}

let made: Promise<OwnCode> | null = null;

/** Bundles our own files, from TypeScript or from the built package's JavaScript, once per process. */
export function ownCode(): Promise<OwnCode> {
  made ??= make();
  return made;
}

async function make(): Promise<OwnCode> {
  const [runtime, runner] = await Promise.all([
    bundle('../runtime/index', {
      format: 'iife',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      // Every child compiles it, and every isolate is a copy of what it leaves: small is fast.
      minifyWhitespace: true,
      minifySyntax: true,
      plugins: [onlyEnglish],
    }),
    bundle('../runner/runner', { format: 'cjs', platform: 'node', plugins: [byAbsolutePath('isolated-vm')] }),
  ]);
  return { runtime, runner };
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const result = await build({
    ...options,
    entryPoints: [fileURLToPath(new URL(`${entry}.${ending}`, import.meta.url))],
    bundle: true,
    write: false,
    target: 'es2024',
    logLevel: 'silent',
    legalComments: 'none',
    tsconfigRaw: { compilerOptions: { target: 'es2024' } },
  });
  return (result.outputFiles ?? []).map((file) => file.text).join('');
}

/** Leaves a native package out of a bundle that runs without a place of its own to resolve it from. */
function byAbsolutePath(name: string): NonNullable<BuildOptions['plugins']>[number] {
  const path = createRequire(import.meta.url).resolve(name);
  return {
    name: 'by-absolute-path',
    setup(own) {
      own.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path, external: true }));
    },
  };
}

/** zod's messages in fifty languages are a quarter of the runtime; reports are in English. */
const onlyEnglish: NonNullable<BuildOptions['plugins']>[number] = {
  name: 'only-english',
  setup(own) {
    own.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};
