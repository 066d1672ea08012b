import type protobuf from 'protobufjs';
import type { Protobuf } from './parse-proto.ts';

/**
 * Messages and enums by full name. The parser's own look-up searches everything below every scope, which takes a square of
 * the time for names that nothing defines.
 */
export class TypeIndex {
  readonly #types = new Map<string, protobuf.Type | protobuf.Enum>();

  constructor(library: Protobuf, root: protobuf.Root) {
    const visit = (node: protobuf.NamespaceBase): void => {
      for (const inner of node.nestedArray) {
        const name = inner.fullName.replace(/^\./, '');
        if (inner instanceof library.Type || inner instanceof library.Enum) this.#types.set(name, inner);
        if (inner instanceof library.Namespace) visit(inner);
      }
    };
    visit(root);
  }

  /** What a type name means where it is written: the innermost scope that has it. */
  find(name: string, scope: string): protobuf.Type | protobuf.Enum | undefined {
    if (name.startsWith('.')) return this.#types.get(name.slice(1));
    let around = scope.replace(/^\./, '');
    while (around !== '') {
      const found = this.#types.get(`${around}.${name}`);
      if (found !== undefined) return found;
      around = around.slice(0, Math.max(0, around.lastIndexOf('.')));
    }
    return this.#types.get(name);
  }

  /** The same for a message; undefined for an enum. */
  message(name: string, scope: string): protobuf.Type | undefined {
    const found = this.find(name, scope);
    return found !== undefined && 'fieldsArray' in found ? found : undefined;
  }
}
