import type { Loader, OnResolveArgs, OnResolveResult, PluginBuild } from 'esbuild';
import { providedModules, providedName } from './provided-modules.ts';
import { resolvePath, resolveRelative, type VirtualFiles } from './virtual-files.ts';

const loaders: Readonly<Record<string, Loader>> = {
  ts: 'ts',
  mts: 'ts',
  cts: 'ts',
  tsx: 'tsx',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  jsx: 'jsx',
  json: 'json',
};

/**
 * The esbuild plugin that answers every import itself: from the given files, or a provided module, or an error.
 * Nothing falls through to esbuild's own resolver, which would read the host's files into the bundle.
 */
export function jail(files: VirtualFiles, entrySource: string) {
  return {
    name: 'jail',
    setup(build: PluginBuild): void {
      build.onResolve({ filter: /.*/ }, (args) => resolve(files, args));
      build.onLoad({ filter: /.*/, namespace: 'entry' }, () => ({ contents: entrySource, loader: 'js' }));
      build.onLoad({ filter: /.*/, namespace: 'provided' }, ({ path }) => ({
        contents: `module.exports = globalThis.__sandboxModules[${JSON.stringify(path)}]`,
        loader: 'js',
      }));
      build.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => {
        const loader = loaders[path.split('.').at(-1) ?? ''];
        const contents = files.get(path);
        if (loader !== undefined && contents !== undefined) return { contents, loader };
        return { errors: [{ text: `${path} is neither TypeScript, JavaScript nor JSON` }] };
      });
      build.onLoad({ filter: /.*/ }, ({ path }) => ({ errors: [{ text: `${path} cannot be loaded` }] }));
    },
  };
}

function resolve(files: VirtualFiles, args: OnResolveArgs): OnResolveResult {
  const { path: specifier, importer, kind, namespace } = args;
  if (kind === 'entry-point') return { path: specifier, namespace: 'entry' };
  const attributes = Object.entries(args.with).filter(([name, value]) => name !== 'type' || value !== 'json');
  if (attributes.length > 0)
    return refuse(`${specifier} cannot be imported with ${JSON.stringify(args.with)}`);
  if (namespace === 'entry') return { path: specifier, namespace: 'virtual' };
  if (specifier.startsWith('./') || specifier.startsWith('../') || specifier === '.' || specifier === '..') {
    const path = resolveRelative(files, specifier, importer);
    return path === null
      ? refuse(`${specifier} is not among the given files`)
      : { path, namespace: 'virtual' };
  }
  const provided = providedName(specifier);
  if (provided !== null) return { path: provided, namespace: 'provided' };
  // A caller may give a stand-in for a package.
  const standIn = specifier.startsWith('/') ? null : resolvePath(files, `node_modules/${specifier}`);
  if (standIn !== null) return { path: standIn, namespace: 'virtual' };
  return refuse(`${specifier} is not available in the sandbox; available are ${providedModules.join(', ')}`);
}

function refuse(text: string): OnResolveResult {
  return { errors: [{ text }] };
}
