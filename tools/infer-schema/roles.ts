import { type Field, lastName, type Operation } from '../model/index.ts';

/** The parts that single fields play in a record. */
export interface Roles {
  readonly idField: string | null;
  readonly naturalKeys: string[];
  readonly externalIdField: string | null;
  readonly createdField: string | null;
  readonly updatedField: string | null;
}

const created =
  /^(?:created|created_?(?:at|on|date|time)|creation_?(?:date|time)|date_?created|inserted_?at|create_?(?:date|time))$/i;
const updated =
  /^(?:updated|modified|(?:last_?)?(?:updated?|modified|changed)_?(?:at|on|date|time)|date_?(?:updated|modified)|last_?(?:updated|modified|edited)(?:_?(?:date|time))?|update_?time|changed_?at|edited_?at)$/i;
const natural = /^(?:e_?-?mail|e_?mail_?address|sku|domain|vat_?number|tax_?id|iban|isbn|gtin|ean|barcode)$/i;
const external = /^(?:external_?(?:id|key|reference)|client_?reference|foreign_?id)$/i;

/** Steps that hold the record's own fields, and those that hold what the system keeps of the record. */
const wrapper = /^(?:attributes|properties|data|fields)$/i;
const keeping = /^(?:meta_?data|meta|sys|system|audit)$/i;

/**
 * Finds roles by the names of the record's own fields: the outermost ones, and those in a wrapper. What lies in another
 * record (`author.email`) plays its part there. `entity` is the record type's name.
 */
export function findRoles(fields: readonly Field[], entity: string, get: Operation | undefined): Roles {
  const scalars = fields.filter(
    (field) => !field.path.includes('[]') && !['object', 'array'].includes(field.type),
  );
  const shortest = scalars.toSorted((a, b) => outer(a).length - outer(b).length);
  const own = shortest.filter((field) => outer(field).every((step) => wrapper.test(step)));
  const kept = shortest.filter((field) =>
    outer(field).every((step) => wrapper.test(step) || keeping.test(step)),
  );
  // Whether something was changed is no time at which it was.
  const stamps = kept.filter(({ type }) => type !== 'boolean');
  const named = (of: readonly Field[], pattern: RegExp) =>
    of.find((field) => pattern.test(lastName(field.path)))?.path ?? null;
  const top = own.filter((field) => outer(field).length === 0);
  const wrapped = own.filter((field) => outer(field).length > 0);
  return {
    idField: idOf(top, entity, get) ?? idOf(wrapped, entity, undefined),
    naturalKeys: own
      .filter((field) => natural.test(lastName(field.path)))
      .map(pathOf)
      .slice(0, 3),
    externalIdField: named(own, external),
    createdField: named(stamps, created),
    updatedField: named(stamps, updated),
  };
}

function idOf(fields: readonly Field[], entity: string, get: Operation | undefined): string | null {
  const parameter = /\{([^{}]+)\}[^{}/]*$/.exec(get?.path ?? '')?.[1];
  const wanted = [
    'id',
    parameter ?? 'id',
    `${entity}id`,
    'uuid',
    'guid',
    'gid',
    'key',
    `${entity}uuid`,
    `${entity}key`,
    `${entity}code`,
    'internalid',
    'recordid',
    'sysid',
  ];
  for (const name of wanted) {
    const found = fields.find((field) => plain(lastName(field.path)) === plain(name));
    if (found !== undefined) return found.path;
  }
  return null;
}

/** The steps before a field's own name. */
function outer({ path }: Field): readonly string[] {
  return path.split(/(?<!\\)\./).slice(0, -1);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function pathOf(field: Field): string {
  return field.path;
}
