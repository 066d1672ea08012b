import type { Located, SchemaReader } from '../../../../../core/openapi/schema-reader.ts';
import type { EntitySummary, Finding } from '../../../../../model/index.ts';
import type { Found } from '../../operations/response-path.ts';
import { plainName } from '../name-words.ts';

const deleted =
  /^(?:is|was)?(?:deleted|trashed|removed|tombstone|tombstoned)(?:at|on|flag|date|time|timestamp|datetime|utc)?$/;
const archived = /^(?:is|was)?archived(?:at|on|flag|date|time|timestamp|datetime|utc)?$/;

/** Fields by which a record says that it is gone or put away. */
export function recordFlags(reader: SchemaReader, entities: readonly EntitySummary[]): Finding[] {
  const found = { tombstones: new Map<string, string[]>(), 'archived-flag': new Map<string, string[]>() };
  const places = new Map<string, string>();
  for (const { name: entity, schemaAt } of entities.slice(0, 2_000)) {
    const record = schemaAt === null ? undefined : reader.at(schemaAt);
    if (record === undefined) continue;
    for (const { path: name, name: own, located } of fieldsOf(reader, record)) {
      const plain = plainName(own);
      const kind = deleted.test(plain) ? 'tombstones' : archived.test(plain) ? 'archived-flag' : undefined;
      if (kind === undefined || !isFlag(reader, located)) continue;
      const known = found[kind].get(name);
      if (known === undefined) found[kind].set(name, [entity]);
      else known.push(entity);
      if (!places.has(`${kind} ${name}`)) places.set(`${kind} ${name}`, located.at);
    }
  }
  return (['tombstones', 'archived-flag'] as const).flatMap((kind) => {
    const [best] = [...found[kind]].toSorted((a, b) => b[1].length - a[1].length);
    if (best === undefined) return [];
    const [field, names] = best;
    return {
      kind,
      detail: { field, entities: names.slice(0, 20), fields: [...found[kind].keys()].slice(0, 10) },
      evidence: `field at ${places.get(`${kind} ${field}`) ?? ''}`,
      confidence: kind === 'tombstones' ? 0.7 : 0.65,
    };
  });
}

/** The fields of a record, and those that JSON:API keeps apart in `attributes`. */
function* fieldsOf(reader: SchemaReader, record: Located): Generator<Found> {
  for (const [name, located] of reader.shape(record).properties) {
    yield { path: name, name, located };
    if (name !== 'attributes') continue;
    for (const [inner, at] of reader.shape(located).properties) {
      yield { path: `${name}.${inner}`, name: inner, located: at };
    }
  }
}

/** A boolean or a moment; not a count, a list or a person. */
function isFlag(reader: SchemaReader, located: Located): boolean {
  const { types } = reader.shape(located);
  return types.size === 0 || types.has('boolean') || types.has('string');
}
