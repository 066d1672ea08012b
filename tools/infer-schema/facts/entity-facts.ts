import { z } from 'zod';
import { Entity, Field } from '../../model/index.ts';

/** What the bundled catalog knows of one record type: the part of an Entity that no description is needed for. */
export const EntityFacts = Entity.pick({
  idField: true,
  naturalKeys: true,
  externalIdField: true,
  createdField: true,
  updatedField: true,
  label: true,
  description: true,
}).extend({ fields: z.array(Field) });
export type EntityFacts = z.infer<typeof EntityFacts>;

/** The part of a catalog entry that travels in a description's document. */
export const CatalogFacts = z.object({
  system: z.string(),
  title: z.string(),
  version: z.string(),
  asOf: z.string().nullable(),
  customFields: z
    .object({
      from: z.string(),
      live: z
        .object({ path: z.string(), entities: z.record(z.string(), z.string()) })
        .nullable()
        .default(null),
    })
    .nullable(),
  entities: z.record(z.string(), z.unknown()),
});
export type CatalogFacts = z.infer<typeof CatalogFacts>;

/** The facts about one entity, or undefined when the catalog entry has none. */
export function factsOf(catalog: CatalogFacts, entity: string): EntityFacts | undefined {
  if (!Object.hasOwn(catalog.entities, entity)) return undefined;
  const facts = z.object(EntityFacts.shape).parse(catalog.entities[entity]);
  const at = `catalog:${catalog.system}#${entity}`;
  return { ...facts, fields: facts.fields.map((field) => (field.at === '' ? { ...field, at } : field)) };
}

/** Where the facts come from, in plain words. */
export function factsProvenance(catalog: CatalogFacts): string {
  const read = catalog.asOf === null ? '' : `, read ${catalog.asOf}`;
  return `Facts about ${[catalog.title, catalog.version].join(' ').trim()}${read}`;
}
