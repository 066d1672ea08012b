import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { z } from 'zod';
import { CatalogEntity, CatalogSystem } from './catalog-system.ts';
import { catalogFile, catalogNames } from './load-catalog.ts';

/** The names in a bundled system: enough to recognise it and its record types in a sentence or by a host. */
export const CatalogOutline = CatalogSystem.pick({
  system: true,
  title: true,
  aliases: true,
  hosts: true,
}).extend({
  entities: z.record(z.string(), CatalogEntity.pick({ label: true, aliases: true })),
});
export type CatalogOutline = z.infer<typeof CatalogOutline>;

const outlines = new Map<string, Promise<CatalogOutline>>();

/** The names in all bundled systems, sorted by system; a tenth of the work of `catalogSystems`. */
export async function catalogOutlines(): Promise<CatalogOutline[]> {
  return Promise.all((await catalogNames()).map(outlineOf));
}

/** The names in the bundled systems whose file has this text in it: the others need not be parsed. */
export async function outlinesWith(text: string): Promise<CatalogOutline[]> {
  const names = await catalogNames();
  const files = await Promise.all(names.map((name) => readFile(catalogFile(name))));
  return Promise.all(names.filter((_, index) => files[index]?.includes(text) === true).map(outlineOf));
}

function outlineOf(name: string): Promise<CatalogOutline> {
  const outline = outlines.get(name) ?? readOutline(name);
  outlines.set(name, outline);
  return outline;
}

const Loose = z.object({
  ...CatalogOutline.shape,
  entities: z.record(z.string(), z.object(CatalogOutline.shape.entities.valueType.shape)),
});

async function readOutline(name: string): Promise<CatalogOutline> {
  return Loose.parse(load(withoutDetails(await readFile(catalogFile(name), 'utf8'))));
}

/** Leaves out the long blocks, which are told by their key and indentation. A test compares with the whole. */
function withoutDetails(yaml: string): string {
  let skipping: number | undefined;
  const kept = yaml.split('\n').filter((line) => {
    const indent = line.search(/\S/);
    if (skipping !== undefined && (indent === -1 || indent > skipping)) return false;
    skipping = /^(?:patterns| {4}operations| {4}fields):\s*$/.test(line) ? indent : undefined;
    return skipping === undefined;
  });
  return kept.join('\n');
}
