import { outlinesWith } from './catalog-outline.ts';
import type { CatalogSystem } from './catalog-system.ts';
import { loadSystem } from './load-catalog.ts';
import { projectSystems } from './project-catalog.ts';

/**
 * The system of the repository's or the bundled catalog whose hosts include this host name; templates such as
 * `{shop}.myshopify.com` count as well.
 */
export async function systemOfHost(
  host: string,
  cwd: string | null = null,
): Promise<CatalogSystem | undefined> {
  // A placeholder stands for one label, as `*` does in the catalog.
  const wanted = host.toLowerCase().replaceAll(/\{[^}]*\}/g, 'x');
  const serves = ({ hosts }: Pick<CatalogSystem, 'hosts'>) =>
    hosts.some((pattern) => matches(wanted, pattern));
  if (!wanted.includes('.')) return undefined;
  const own = (await projectSystems(cwd)).find(({ system }) => serves(system));
  if (own !== undefined) return own.system;
  // Every pattern that fits ends with the host's last two labels, in lower case: most files need not be parsed.
  const found = (await outlinesWith(wanted.split('.').slice(-2).join('.'))).find(serves);
  return found === undefined ? undefined : loadSystem(found.system);
}

function matches(host: string, pattern: string): boolean {
  const known = pattern.toLowerCase();
  return known.startsWith('*.')
    ? host.endsWith(known.slice(1)) && host.length > known.length - 1
    : host === known;
}
