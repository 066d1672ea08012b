import { objectOf, textOf } from '../../core/json/json.ts';
import type { SchemaShape } from '../../core/openapi/draft.ts';
import { SchemaReader } from '../../core/openapi/schema-reader.ts';
import type { ApiDescription, Entity, EntitySummary, Field, Variant, Warning } from '../../model/index.ts';
import { CatalogFacts, factsOf, factsProvenance } from '../facts/entity-facts.ts';
import { mergeFacts } from '../facts/merge-facts.ts';
import { maxFields, maxSteps } from '../limits.ts';
import { findRoles } from '../roles.ts';
import { capFields } from './cap-fields.ts';
import { declaredKey } from './declared-key.ts';
import { mergeSides } from './merge-sides.ts';
import { type Projection, projectShape } from './project.ts';
import { nameReferences } from './references.ts';
import { setBySystem } from './set-by-system.ts';
import { findSides, type Sides } from './sides.ts';

/** One record type of an OpenAPI document, with what the catalog knows of it. */
export function schemaEntity(description: ApiDescription, summary: EntitySummary): Entity {
  const document = objectOf(description.document);
  const reader = new SchemaReader(document);
  const sides = findSides(reader, summary);
  const entityAt = entityLookup(reader, description);
  const warnings: Warning[] = [];
  const variants: Variant[] = [];
  const projectSide = (shape: SchemaShape | undefined) => {
    if (shape === undefined) return null;
    const projection = projectShape(reader, shape, entityAt);
    warnings.push(...projectionWarnings(projection, shape.at));
    variants.push(...projection.variants);
    return projection.fields.length === 0 ? null : projection.fields;
  };
  const updates = sides.updates.map(projectSide).filter((fields) => fields !== null);
  const create = projectSide(sides.create);
  const whole = mergeSides({
    record: projectSide(sides.record),
    create,
    update: updates.length === 0 ? null : updates.flat(),
  });
  const capped = capFields(whole, summary.schemaAt ?? '');
  const own = capped.fields;
  warnings.push(...capped.warnings);
  const catalog = description.catalog === null ? undefined : CatalogFacts.parse(description.catalog);
  const facts = catalog === undefined ? undefined : factsOf(catalog, summary.name);
  const merged = catalog === undefined || facts === undefined ? undefined : mergeFacts(own, facts, catalog);
  const names = description.entities.map(({ name }) => name);
  const known = nameReferences(merged?.fields ?? own, names, summary.name);
  const found = findRoles(known, summary.name, summary.operations.get);
  const key = facts === undefined ? declaredKey(sides.record, known) : undefined;
  const roles = key === undefined ? found : { ...found, idField: key.idField };
  const calls = Object.keys(summary.operations).length;
  const writable = calls > 0 && (create !== null || updates.length > 0);
  const assumed =
    facts === undefined && writable
      ? setBySystem(known, roles, sentOnPurpose(sides, create), summary.schemaAt ?? '')
      : undefined;
  const fields = assumed?.fields ?? known;
  if (fields.length === 0) {
    warnings.push({
      code: 'no_fields',
      message: `The description says nothing of the fields of ${summary.name}; give samples of real records`,
      at: summary.schemaAt ?? '',
    });
  }
  if (!description.entities.some(({ name }) => name === summary.name)) {
    warnings.push({
      code: 'schema_only',
      message: `${summary.name} is a schema of the description; no operation reads or writes it as a record`,
      at: summary.schemaAt ?? '',
    });
  }
  const described = sides.record === undefined ? null : textOf(sides.record.keywords['description']);
  return {
    system: description.system,
    name: summary.name,
    label: summary.label,
    description: facts?.description ?? described?.replaceAll(/\s+/g, ' ').slice(0, 500) ?? null,
    idField: facts?.idField ?? roles.idField,
    naturalKeys: facts?.naturalKeys ?? roles.naturalKeys,
    externalIdField: facts?.externalIdField ?? roles.externalIdField,
    createdField: facts?.createdField ?? roles.createdField,
    updatedField: facts?.updatedField ?? roles.updatedField,
    fields,
    operations: summary.operations,
    api: description.api,
    variants: uniqueVariants(variants),
    conflicts: [],
    warnings: unique([
      ...warnings,
      ...(key?.warnings ?? []),
      ...(merged?.warnings ?? []),
      ...(assumed?.warnings ?? []),
    ]),
    provenance: [
      `${description.title} ${description.version} (${description.format}) at ${summary.schemaAt ?? 'its operations'}`,
      ...(catalog === undefined || facts === undefined ? [] : [factsProvenance(catalog)]),
    ],
  };
}

/** Paths that a schema made for creating records has, where it is another than that of the record. */
function sentOnPurpose({ record, create }: Sides, fields: readonly Field[] | null): ReadonlySet<string> {
  const separate = record !== undefined && create !== undefined && record.at !== create.at;
  return new Set(separate ? (fields ?? []).map(({ path }) => path) : []);
}

function uniqueVariants(variants: readonly Variant[]): Variant[] {
  return [...new Map(variants.map((variant) => [JSON.stringify(variant), variant])).values()];
}

/** Names the record type whose schema stands at a pointer. */
function entityLookup(
  reader: SchemaReader,
  { entities }: ApiDescription,
): (pointer: string) => string | null {
  const owners = new Map<string, EntitySummary>();
  for (const summary of entities) {
    const located = summary.schemaAt === null ? undefined : reader.at(summary.schemaAt);
    const at = located === undefined ? undefined : reader.shape(located).at;
    const known = at === undefined ? undefined : owners.get(at);
    if (at !== undefined && (known === undefined || isRather(summary, known))) owners.set(at, summary);
  }
  return (pointer) => owners.get(pointer)?.name ?? null;
}

/**
 * Is one record type rather than another the one that a schema is of? The collection rather than a part of it
 * (`customer`, not `chargeCustomer` nor the `member` of a team): that which is listed, at the least deep path.
 */
function isRather(one: EntitySummary, other: EntitySummary): boolean {
  const [first, second] = [one, other].map(({ name, operations: { list, get } }) => [
    list === undefined ? 1 : 0,
    get === undefined ? 1 : 0,
    (list ?? get)?.path.split('{').length ?? 0,
    name.length,
  ]);
  for (const [index, value] of (first ?? []).entries()) {
    const difference = value - (second?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function projectionWarnings({ circular, cut }: Projection, at: string): Warning[] {
  const some = (paths: readonly string[]) =>
    paths.slice(0, 5).join(', ') + (paths.length > 5 ? ` and ${paths.length - 5} more` : '');
  return [
    ...(circular.length === 0
      ? []
      : [{ code: 'circular', message: `The schema contains itself and was cut at ${some(circular)}`, at }]),
    ...(cut.length === 0
      ? []
      : [
          {
            code: 'fields_cut',
            message: `Only ${maxSteps} levels and ${maxFields} fields are read; left out is what lies at or below ${some(cut)}`,
            at,
          },
        ]),
  ];
}

function unique(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning])).values()];
}
