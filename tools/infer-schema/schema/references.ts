import { singular } from '../../core/text/singular.ts';
import { type Field, parsePath } from '../../model/index.ts';

const scalar = new Set(['string', 'integer', 'number', 'any']);
const idWords = new Set(['id', 'ids', 'gid', 'uuid', 'guid', 'uid']);

/**
 * Points fields at the record types that their names say: `customer_id`, `idBoard`, `relationships.owner.data.id`. `own` is
 * the record type they are fields of, whose own id is no reference.
 */
export function nameReferences(fields: readonly Field[], entities: readonly string[], own: string): Field[] {
  const byName = new Map(entities.map((name) => [plain(name), name]));
  return fields.map((field) => {
    if (field.reference !== null || !scalar.has(field.type) || field.enum.length > 0) return field;
    const reference = referenceOf(field.path, byName, own);
    return reference === undefined ? field : { ...field, reference };
  });
}

function referenceOf(path: string, byName: ReadonlyMap<string, string>, own: string): string | undefined {
  const steps = parsePath(path).map(({ name }) => name);
  const parts = words(steps.at(-1) ?? '');
  const named = nameBefore(parts);
  if (named === undefined) return undefined;
  if (named.length > 0) {
    const found = find(named, byName);
    // `customerId` of a customer is its own id.
    return found?.whole === true && steps.length === 1 && found.name === own ? undefined : found?.name;
  }
  const parent = steps.slice(0, -1).findLast((step) => step !== 'data' && step !== 'value');
  return parent === undefined ? undefined : find(words(parent), byName, true)?.name;
}

/** `customer`, `id` → `customer`; `id`, `board` → `board`; `id` → nothing; undefined when it is no id. */
function nameBefore(parts: readonly string[]): string[] | undefined {
  if (idWords.has(parts.at(-1) ?? '')) return parts.slice(0, -1);
  return parts[0] === 'id' && parts.length > 1 ? parts.slice(1) : undefined;
}

/** The record type of that name; or of the name's end (`primary contact`), unless all of it must be said. */
function find(
  parts: readonly string[],
  byName: ReadonlyMap<string, string>,
  exact = false,
): { name: string; whole: boolean } | undefined {
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  const one = [...parts.slice(0, -1), singular(last)];
  for (let from = 0; from < (exact ? 1 : one.length); from += 1) {
    const name = byName.get(one.slice(from).join(''));
    if (name !== undefined) return { name, whole: from === 0 };
  }
  return undefined;
}

function words(name: string): string[] {
  return name
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
