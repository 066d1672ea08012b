import { catalogOutlines } from './catalog-outline.ts';
import type { CatalogSystem } from './catalog-system.ts';
import { loadSystem } from './load-catalog.ts';

/** The bundled system whose hosts include this host name; templates such as `{shop}.myshopify.com` count as well. */
export async function systemOfHost(host: string): Promise<CatalogSystem | undefined> {
  // A placeholder stands for one label, as `*` does in the catalog.
  const wanted = host.toLowerCase().replaceAll(/\{[^}]*\}/g, 'x');
  const found = (await catalogOutlines()).find(({ hosts }) =>
    hosts.some((pattern) => matches(wanted, pattern)),
  );
  return found === undefined ? undefined : loadSystem(found.system);
}

function matches(host: string, pattern: string): boolean {
  const known = pattern.toLowerCase();
  return known.startsWith('*.')
    ? host.endsWith(known.slice(1)) && host.length > known.length - 1
    : host === known;
}
