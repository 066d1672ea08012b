import { catalogOutlines } from '../../tools/fetch-spec/index.ts';
import type { KnownSystem } from './known-system.ts';

/** The catalog as the sentence parser sees it. */
export async function catalogNames(): Promise<KnownSystem[]> {
  const systems = await catalogOutlines();
  return systems.map(({ system, title, aliases, entities }) => ({
    system,
    title,
    aliases,
    entities: Object.entries(entities).map(([name, entity]) => ({
      name,
      names: [name, entity.label, ...entity.aliases],
    })),
  }));
}
