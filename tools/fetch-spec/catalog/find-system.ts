import { didYouMean, RequestError } from '../../core/index.ts';
import { catalogOutlines } from './catalog-outline.ts';
import type { CatalogSystem } from './catalog-system.ts';
import { catalogNames, loadSystem } from './load-catalog.ts';
import { projectSystems } from './project-catalog.ts';

/** A system of the catalog, and the file it is in when the repository brought it. */
export interface FoundSystem {
  readonly system: CatalogSystem;
  readonly file: string | null;
}

/** `Hub-Spot CRM` → `hubspotcrm`: case, spaces and punctuation do not tell systems apart. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The system with this name or alias, or undefined: first among those of the repository around `cwd`, then among the bundled
 * ones. A bundled system's own name needs only its own file.
 */
export async function findSystem(name: string, cwd: string | null = null): Promise<FoundSystem | undefined> {
  const wanted = plain(name);
  if (wanted === '') return undefined;
  const named = ({ system, title, aliases }: Pick<CatalogSystem, 'system' | 'title' | 'aliases'>) =>
    [system, title, ...aliases].some((alias) => plain(alias) === wanted);
  const own = (await projectSystems(cwd)).find(({ system }) => named(system));
  if (own !== undefined) return own;
  const exact = (await catalogNames()).find((known) => plain(known) === wanted);
  const found = exact ?? (await catalogOutlines()).find(named)?.system;
  return found === undefined ? undefined : { system: await loadSystem(found), file: null };
}

/** The error for a name that is no known system: what is known, and how to give a description instead. */
export async function unknownSystem(name: string, cwd: string | null = null): Promise<RequestError> {
  const systems = [...(await projectSystems(cwd)).map(({ system }) => system), ...(await catalogOutlines())];
  const guess = didYouMean(
    name,
    systems.flatMap((system) => [system.system, ...system.aliases]),
  );
  return new RequestError(
    'unknown_system',
    `${JSON.stringify(name.slice(0, 100))} is not a system Causeway knows`,
    `${guess}\`causeway catalog\` lists the ${systems.length} it knows; for another system give the path or URL of its description, such as ./openapi.json or https://example.com/openapi.yaml, or add one file to .causeway/catalog/`,
  );
}
