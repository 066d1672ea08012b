import { didYouMean, RequestError } from '../core/index.ts';
import type { ApiDescription, EntitySummary } from '../model/index.ts';
import { chooseSchema } from './choose-entity-schema.ts';

const listed = 60;

/**
 * The record type asked for, by name or alias in any case and spacing; else the named schema of the document, which no
 * operation uses as a record. May be left out when the description has exactly one. Throws `unknown_entity`, with the
 * nearest name and what there is.
 */
export function chooseEntity(description: ApiDescription, wanted: string | undefined): EntitySummary {
  const { entities } = description;
  const [only] = entities;
  const schema = () => (wanted === undefined ? undefined : chooseSchema(description, wanted));
  if (only === undefined) {
    const found = schema();
    if (found !== undefined) return found;
    throw new RequestError(
      'no_entities',
      `No record types were recognised in ${description.title}`,
      'Give samples of the records instead: a JSON file with --samples',
    );
  }
  if (wanted === undefined) {
    if (entities.length === 1) return only;
    throw new RequestError(
      'entity_needed',
      `${description.title} has ${entities.length} record types and none was named`,
      `Name one as SPEC#entity: ${list(entities)}`,
    );
  }
  const found =
    entities.find((entity) => entity.name === wanted) ??
    entities.find((entity) => plain(entity.name) === plain(wanted)) ??
    entities.find((entity) =>
      [entity.label, ...entity.aliases].some((alias) => plain(alias) === plain(wanted)),
    ) ??
    schema();
  if (found !== undefined) return found;
  const known = entities.flatMap((entity) => [entity.name, ...entity.aliases]);
  throw new RequestError(
    'unknown_entity',
    `${JSON.stringify(wanted.slice(0, 100))} is not a record type of ${description.title}`,
    `${didYouMean(wanted, known)}Known are ${list(entities)}`,
  );
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function list(entities: readonly EntitySummary[]): string {
  const names = entities.slice(0, listed).map((entity) => entity.name);
  const more = entities.length > listed ? ` and ${entities.length - listed} more` : '';
  return names.join(', ') + more;
}
