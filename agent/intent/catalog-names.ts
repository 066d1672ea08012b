import { knownOutlines } from '../../tools/fetch-spec/index.ts';
import type { KnownSystem } from './known-system.ts';

/** The catalog as the sentence parser sees it, with the systems that the repository around `cwd` adds. */
export async function catalogNames(cwd: string | null): Promise<KnownSystem[]> {
  const systems = await knownOutlines(cwd);
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
