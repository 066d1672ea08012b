import type { JsonObject } from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';
import type { Part, WsdlOperation } from './wsdl-model.ts';
import type { XsdSchemas } from './xsd-schemas.ts';
import type { XsdSet } from './xsd-set.ts';

/** Pointers to the schemas of what an operation is sent and answers; null where it has no body. */
export interface SoapMessages {
  readonly input: string | null;
  readonly output: string | null;
}

/**
 * Where the body of an operation's messages is described. One element (document style) is its own schema; parameters of
 * their own types (rpc style) become one, added to `schemas`.
 */
export function messagesOf(
  operation: WsdlOperation,
  set: XsdSet,
  xsd: XsdSchemas,
  schemas: JsonObject,
): SoapMessages {
  const schemaOf = (parts: readonly Part[], suffix: string): string | null => {
    const [only] = parts.filter(({ element }) => element !== null);
    if (only?.element) {
      const declared = set.find(only.element, 'element');
      return declared === undefined ? null : xsd.pointer(xsd.typeOf(declared));
    }
    if (parts.length === 0) return null;
    const key = `${operation.name}.${suffix}`;
    schemas[key] = {
      type: 'object',
      properties: Object.fromEntries(
        parts.flatMap(({ name, type }) => (type === null ? [] : [[name, xsd.reference(type)]])),
      ),
    };
    return formatPointer(['components', 'schemas', key]);
  };
  return { input: schemaOf(operation.input, 'input'), output: schemaOf(operation.output, 'output') };
}
