import { Entity, type FieldInput } from '../../model/index.ts';

type Operations = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const operations: Operations = {
  list: { method: 'GET', path: '/things', answers: 'records', responseAt: 'items' },
  create: { method: 'POST', path: '/things', answers: 'record' },
  update: { method: 'PATCH', path: '/things/{id}', answers: 'nothing' },
};

/** A record type with just these fields and an id, read by one list and written by create and update. */
export function smallEntity(
  system: string,
  fields: readonly FieldInput[],
  more: { readonly operations?: Operations; readonly api?: object; readonly name?: string } = {},
): Entity {
  const all = { ...operations, ...more.operations };
  return Entity.parse({
    system,
    name: more.name ?? 'thing',
    label: 'Thing',
    description: null,
    idField: 'id',
    naturalKeys: [],
    externalIdField: null,
    createdField: null,
    updatedField: null,
    fields: [{ path: 'id', type: 'string', readOnly: true, nullable: false }, ...fields],
    operations: Object.fromEntries(
      Object.entries(all).map(([kind, operation]) => [kind, { id: kind, ...operation }]),
    ),
    api: { baseUrl: 'https://api.example.com', ...more.api },
    warnings: [],
    provenance: [],
  });
}
