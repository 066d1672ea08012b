import { Api, Entity, Field, type FieldInput } from '../index.ts';

/** An entity with only what a test says. */
export function entity(
  system: string,
  name: string,
  fields: readonly FieldInput[],
  rest: Partial<Entity> = {},
): Entity {
  return Entity.parse({
    system,
    name,
    label: name,
    description: null,
    idField: null,
    naturalKeys: [],
    externalIdField: null,
    createdField: null,
    updatedField: null,
    fields: fields.map((field) => Field.parse(field)),
    operations: {},
    api: Api.parse({ baseUrl: 'https://example.test' }),
    warnings: [],
    provenance: [],
    ...rest,
  });
}
