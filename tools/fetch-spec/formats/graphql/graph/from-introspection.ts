import { arrayOf, isObject, type Json, property, textOf } from '../../../../core/json/json.ts';
import { type Graph, type GraphField, type GraphKind, isName, type TypeRef } from './graph.ts';
import { GraphBuilder } from './graph-builder.ts';

const kinds: ReadonlyMap<unknown, GraphKind> = new Map([
  ['OBJECT', 'object'],
  ['INTERFACE', 'interface'],
  ['UNION', 'union'],
  ['ENUM', 'enum'],
  ['INPUT_OBJECT', 'input'],
  ['SCALAR', 'scalar'],
]);
/** `[[Int!]!]!` is six deep; nobody nests lists further. */
const maxWrappers = 12;

/** The `__schema` of an introspection result, as it is or inside `data`; undefined when there is none. */
export function introspected(value: unknown): Json | undefined {
  const found = property(value, '__schema') ?? property(property(value, 'data'), '__schema');
  return isObject(found) ? found : undefined;
}

/** Reads an introspection result. What is broken in it is left out, with a warning. */
export function graphOfIntrospection(schema: Json): Graph {
  const builder = new GraphBuilder();
  for (const [index, type] of arrayOf(property(schema, 'types')).entries()) {
    const name = property(type, 'name');
    const kind = kinds.get(property(type, 'kind'));
    if (!isName(name) || kind === undefined) {
      builder.fault('broken_type', 'A type without a name or of unknown kind was left out', `types/${index}`);
      continue;
    }
    builder.add({
      kind,
      name,
      description: textOf(property(type, 'description')),
      fields: [...fieldsOf(property(type, 'fields')), ...fieldsOf(property(type, 'inputFields'))],
      interfaces: namesOf(property(type, 'interfaces')),
      members: namesOf(property(type, 'possibleTypes')),
      values: arrayOf(property(type, 'enumValues')).flatMap((value) => {
        const valueName = property(value, 'name');
        return isName(valueName)
          ? [{ name: valueName, description: textOf(property(value, 'description')) }]
          : [];
      }),
      specifiedBy: textOf(property(type, 'specifiedByURL') ?? property(type, 'specifiedByUrl')),
    });
  }
  const root = (key: string) => textOf(property(property(schema, key), 'name'));
  return builder.build({
    query: root('queryType'),
    mutation: root('mutationType'),
    subscription: root('subscriptionType'),
    directives: fieldsOf(
      arrayOf(property(schema, 'directives')).map((directive) =>
        isObject(directive) ? { ...directive, type: { kind: 'SCALAR', name: 'Directive' } } : null,
      ),
    ),
    description: textOf(property(schema, 'description')),
  });
}

function fieldsOf(list: unknown): GraphField[] {
  return arrayOf(list).flatMap((field): GraphField[] => {
    const name = property(field, 'name');
    const type = typeOf(property(field, 'type'));
    if (!isName(name) || type === undefined) return [];
    const { defaultValue = null } = isObject(field) ? field : {};
    return [
      {
        name,
        type,
        description: textOf(property(field, 'description')),
        args: fieldsOf(property(field, 'args')),
        hasDefault: defaultValue !== null,
        deprecated:
          property(field, 'isDeprecated') === true
            ? (textOf(property(field, 'deprecationReason')) ?? 'deprecated')
            : null,
      },
    ];
  });
}

function typeOf(node: Json | undefined, depth = 0): TypeRef | undefined {
  if (depth > maxWrappers) return undefined;
  const kind = property(node, 'kind');
  const inner = property(node, 'ofType');
  if (kind === 'NON_NULL') {
    const type = typeOf(inner, depth + 1);
    return type === undefined ? undefined : { ...type, nullable: false };
  }
  if (kind === 'LIST') {
    const item = typeOf(inner, depth + 1);
    return item === undefined ? undefined : { name: item.name, nullable: true, item };
  }
  const name = property(node, 'name');
  return isName(name) ? { name, nullable: true, item: null } : undefined;
}

function namesOf(list: unknown): string[] {
  return arrayOf(list)
    .map((inner) => property(inner, 'name'))
    .filter(isName);
}
