import type { JsonObject } from '../../../core/json/json.ts';
import { formatPointer } from '../../../core/json/pointer.ts';

/** Names under `components/schemas`, each given once. */
export class ComponentNames {
  readonly #taken = new Set<string>();

  /** `@2.User` → `User`, or `User2` when another type has that name. */
  take(wanted: string): string {
    const plain = wanted.replace(/^@\d+\.|^__proto__$/, '') || 'type';
    let name = plain;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${plain}${count}`;
    this.#taken.add(name);
    return name;
  }
}

/** The pointer of a named schema, written as a reference. */
export function schemaReference(name: string): string {
  return `#${formatPointer(['components', 'schemas', name]).split('/').map(encodeURIComponent).join('/')}`;
}

/** A schema that refers to a named one. */
export function referring(name: string): JsonObject {
  return { $ref: schemaReference(name) };
}
