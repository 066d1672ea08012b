import { arrayOf, property } from '../../core/json/json.ts';
import type { SchemaShape } from '../../core/openapi/draft.ts';
import { factsKey } from '../../core/openapi/field-facts.ts';
import type { Field, Warning } from '../../model/index.ts';

export interface DeclaredKey {
  /** Path of the one field that identifies a record; null when it takes several. */
  readonly idField: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * The key that a format with keys (OData) declares of a record. One of several parts is no id field: none of them alone
 * names a record. Undefined when nothing is declared, or a part of it is no field.
 */
export function declaredKey(
  record: SchemaShape | undefined,
  fields: readonly Field[],
): DeclaredKey | undefined {
  const parts = arrayOf(property(record?.keywords[factsKey], 'keys')).map(String);
  const [first] = parts;
  const paths = new Set(fields.map(({ path }) => path));
  if (record === undefined || first === undefined || !parts.every((part) => paths.has(part)))
    return undefined;
  if (parts.length === 1) return { idField: first, warnings: [] };
  return {
    idField: null,
    warnings: [
      {
        code: 'composite_key',
        message: `A record is identified by ${parts.length} fields together (${parts.join(', ')}), and by none of them alone; no single id can be kept of it`,
        at: record.at,
      },
    ],
  };
}
