import { didYouMean, RequestError } from '../../core/index.ts';
import { catalogOutlines } from './catalog-outline.ts';
import type { CatalogSystem } from './catalog-system.ts';
import { catalogNames, loadSystem } from './load-catalog.ts';

/** `Hub-Spot CRM` → `hubspotcrm`: case, spaces and punctuation do not tell systems apart. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The bundled system with this name or alias, or undefined. A system's own name needs only its own file. */
export async function findSystem(name: string): Promise<CatalogSystem | undefined> {
  const wanted = plain(name);
  if (wanted === '') return undefined;
  const own = (await catalogNames()).find((known) => plain(known) === wanted);
  if (own !== undefined) return loadSystem(own);
  const found = (await catalogOutlines()).find(({ title, aliases }) =>
    [title, ...aliases].some((alias) => plain(alias) === wanted),
  );
  return found === undefined ? undefined : loadSystem(found.system);
}

/** The error for a name that is no bundled system: what is known, and how to give a description instead. */
export async function unknownSystem(name: string): Promise<RequestError> {
  const systems = await catalogOutlines();
  const guess = didYouMean(
    name,
    systems.flatMap((system) => [system.system, ...system.aliases]),
  );
  return new RequestError(
    'unknown_system',
    `${JSON.stringify(name.slice(0, 100))} is not a system Causeway knows`,
    `${guess}Known are ${systems.map((system) => system.system).join(', ')}; for another system give the path or URL of its OpenAPI description, such as ./openapi.json or https://example.com/openapi.yaml`,
  );
}
