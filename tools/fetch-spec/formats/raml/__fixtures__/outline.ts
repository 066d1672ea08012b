import type { JsonObject } from '../../../../core/json/json.ts';
import { type Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { ApiDescription } from '../../../../model/index.ts';

export interface Outline {
  readonly operations: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
}

/** Record types as words: operations by kind (`GET /a`), fields (`name string! null ["a"]`). */
export function outline({ document, entities }: ApiDescription): Record<string, Outline> {
  const reader = new SchemaReader(document as JsonObject);
  return Object.fromEntries(
    entities.map((entity) => [
      entity.name,
      {
        operations: Object.fromEntries(
          Object.entries(entity.operations).map(([kind, { method, path }]) => [kind, `${method} ${path}`]),
        ),
        fields: fieldsAt(reader, reader.at(entity.schemaAt ?? 'none')),
      },
    ]),
  );
}

function fieldsAt(reader: SchemaReader, located: Located | undefined): string[] {
  if (located === undefined) return [];
  const { properties, required } = reader.shape(located);
  return [...properties].map(([name, inner]) => {
    const shape = reader.shape(inner);
    const { format } = shape.keywords;
    return [
      name,
      ` ${[...shape.types].join('|') || 'any'}`,
      typeof format === 'string' ? `:${format}` : '',
      shape.items === undefined ? '' : ` of ${[...reader.shape(shape.items).types].join('|') || 'any'}`,
      shape.map === undefined ? '' : ' map',
      required.has(name) ? '!' : '',
      shape.nullable ? ' null' : '',
      shape.enum.length === 0 ? '' : ` ${JSON.stringify(shape.enum)}`,
    ].join('');
  });
}
