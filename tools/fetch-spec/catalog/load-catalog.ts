import { readdir, readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { BugError } from '../../core/index.ts';
import { CatalogSystem } from './catalog-system.ts';

// The same expression serves the checkout and `dist/`, where the YAML files are copied beside the compiled code.
const folder = new URL('.', import.meta.url);
const loaded = new Map<string, Promise<CatalogSystem>>();
let files: Promise<readonly string[]> | undefined;

/** Names of the bundled systems, sorted. A file's name is its system's name, so nothing is parsed for this. */
export function catalogNames(): Promise<readonly string[]> {
  files ??= readdir(folder).then((names) =>
    names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length))
      .sort(),
  );
  return files;
}

/** Where the facts of a bundled system lie. */
export function catalogFile(name: string): URL {
  return new URL(`${name}.yaml`, folder);
}

/** Loads one bundled system by its exact name (one of `catalogNames`), once per process. */
export function loadSystem(name: string): Promise<CatalogSystem> {
  let system = loaded.get(name);
  if (system === undefined) {
    system = parseSystem(name);
    loaded.set(name, system);
  }
  return system;
}

/** All bundled systems, sorted by name. */
export async function catalogSystems(): Promise<CatalogSystem[]> {
  return Promise.all((await catalogNames()).map(loadSystem));
}

async function parseSystem(name: string): Promise<CatalogSystem> {
  const text = await readFile(catalogFile(name), 'utf8');
  try {
    const system = CatalogSystem.parse(load(text));
    if (system.system !== name) throw new Error(`it says system: ${system.system}`);
    return system;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BugError('bad_catalog', `The bundled ${name}.yaml is not usable: ${why}`, 'Report this', {
      cause,
    });
  }
}
