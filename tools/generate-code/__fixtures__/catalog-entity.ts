import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { z } from 'zod';
import { Entity } from '../../model/index.ts';

const System = z.looseObject({ api: z.unknown(), entities: z.record(z.string(), z.looseObject({})) });

/** An entity of the bundled catalog, read as data: a tool does not import another. `hubspot#contact` */
export async function catalogEntity(reference: string): Promise<Entity> {
  const [system = '', name = ''] = reference.split('#');
  const file = new URL(`../../fetch-spec/catalog/${system}.yaml`, import.meta.url);
  const { api, entities } = System.parse(load(await readFile(file, 'utf8')));
  const { aliases: _, ...facts } = entities[name] ?? {};
  const absent = { naturalKeys: [], externalIdField: null, createdField: null, updatedField: null };
  return Entity.parse({ ...absent, ...facts, system, name, api, warnings: [], provenance: ['catalog'] });
}
