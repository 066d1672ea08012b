import type { Graph, GraphField } from '../graph/graph.ts';

/** A field of the query or mutation type, or of a type that only groups such fields. */
export interface RootField {
  readonly field: GraphField;
  /** Names from the root to it: `['crm', 'contacts']`. */
  readonly path: readonly string[];
  /** `Query.contacts`: where it stands. */
  readonly at: string;
}

const groups = /(?:quer(?:y|ies)|mutations?|namespace)$/i;
const maxDepth = 3;

/** All fields by which a caller enters a graph. Types such as `AdminQuery`, which hold nothing but more of them, are entered. */
export function rootFields(graph: Graph, root: string | null): RootField[] {
  const found: RootField[] = [];
  const entered = new Set<string>();
  const enter = (name: string, above: readonly string[]): void => {
    const type = graph.types.get(name);
    if (type === undefined || entered.has(name)) return;
    entered.add(name);
    for (const field of type.fields.values()) {
      // `_service`, `_entities` of federation.
      if (field.name.startsWith('_')) continue;
      const path = [...above, field.name];
      const inner = graph.types.get(field.type.name);
      const isGroup =
        inner?.kind === 'object' &&
        field.type.item === null &&
        groups.test(inner.name) &&
        !inner.fields.has('id') &&
        path.length < maxDepth;
      if (isGroup) enter(inner.name, path);
      else found.push({ field, path, at: `${name}.${field.name}` });
    }
  };
  if (root !== null) enter(root, []);
  return found;
}
