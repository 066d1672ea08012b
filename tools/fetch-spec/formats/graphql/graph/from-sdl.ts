import type {
  DefinitionNode,
  DirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  StringValueNode,
  TypeNode,
} from 'graphql';
import { oneLine } from '../../../../core/text/index.ts';
import { notASpec } from '../../../front-door/not-a-spec.ts';
import { type Graph, type GraphField, type GraphKind, isName, type TypeRef } from './graph.ts';
import { GraphBuilder, type TypePart } from './graph-builder.ts';

/** Ten times what the largest published schema has. */
const maxTokens = 5_000_000;

const kinds: Readonly<Record<string, GraphKind>> = {
  ObjectTypeDefinition: 'object',
  ObjectTypeExtension: 'object',
  InterfaceTypeDefinition: 'interface',
  InterfaceTypeExtension: 'interface',
  UnionTypeDefinition: 'union',
  UnionTypeExtension: 'union',
  EnumTypeDefinition: 'enum',
  EnumTypeExtension: 'enum',
  InputObjectTypeDefinition: 'input',
  InputObjectTypeExtension: 'input',
  ScalarTypeDefinition: 'scalar',
  ScalarTypeExtension: 'scalar',
};

/**
 * Reads SDL off its syntax tree, so that a schema which is not valid as a whole (fields defined twice, as GitHub's) is read
 * as well. Throws `not_a_spec` with line and column where the text cannot be parsed.
 */
export async function graphOfSdl(text: string): Promise<Graph> {
  const document = await parseSdl(text);
  const builder = new GraphBuilder();
  const roots = new Map([
    ['query', 'Query'],
    ['mutation', 'Mutation'],
    ['subscription', 'Subscription'],
  ]);
  const directives: GraphField[] = [];
  let description: string | null = null;
  for (const definition of document.definitions) {
    if (definition.kind === 'SchemaDefinition' || definition.kind === 'SchemaExtension') {
      for (const { operation, type } of definition.operationTypes ?? [])
        roots.set(operation, type.name.value);
      if (definition.kind === 'SchemaDefinition') description = textOf(definition.description);
    } else if (definition.kind === 'DirectiveDefinition') {
      const type: TypeRef = { name: 'Directive', nullable: true, item: null };
      const args = (definition.arguments ?? []).flatMap(argumentOf);
      directives.push({ ...bare(definition.name.value, type, definition.description), args });
    } else {
      const part = partOf(definition);
      if (part !== undefined) builder.add(part);
    }
  }
  const root = (name: string) => roots.get(name) ?? null;
  return builder.build({
    query: root('query'),
    mutation: root('mutation'),
    subscription: root('subscription'),
    directives,
    description,
  });
}

async function parseSdl(text: string): Promise<DocumentNode> {
  const { GraphQLError, parse } = await import('graphql');
  try {
    return parse(text, { noLocation: true, maxTokens });
  } catch (thrown) {
    if (thrown instanceof GraphQLError) {
      const [place] = thrown.locations ?? [];
      const where = place === undefined ? '' : ` at line ${place.line}, column ${place.column}`;
      throw notASpec(
        `its GraphQL schema is broken${where}: ${oneLine(thrown.message, 200)}`,
        'Correct it at that place, or give the result of an introspection query instead',
      );
    }
    // The parser descends once for every bracket.
    if (thrown instanceof RangeError) {
      throw notASpec('its GraphQL is nested too deeply', 'Give a schema without such types');
    }
    throw thrown;
  }
}

function partOf(definition: DefinitionNode): TypePart | undefined {
  const kind = Object.hasOwn(kinds, definition.kind) ? kinds[definition.kind] : undefined;
  if (kind === undefined || !('name' in definition) || !isName(definition.name?.value)) return undefined;
  const fields: GraphField[] = [];
  for (const field of 'fields' in definition ? (definition.fields ?? []) : []) {
    if (field.kind === 'FieldDefinition') fields.push(...fieldOf(field));
    else fields.push(...argumentOf(field));
  }
  return {
    kind,
    name: definition.name.value,
    description: 'description' in definition ? textOf(definition.description) : null,
    fields,
    interfaces: namesOf('interfaces' in definition ? definition.interfaces : []),
    members: namesOf('types' in definition ? definition.types : []),
    values: ('values' in definition ? (definition.values ?? []) : []).flatMap((value) =>
      isName(value.name.value) ? [{ name: value.name.value, description: textOf(value.description) }] : [],
    ),
    specifiedBy:
      'directives' in definition ? argumentText(definition.directives, 'specifiedBy', 'url') : null,
  };
}

function fieldOf(node: FieldDefinitionNode): GraphField[] {
  const type = typeOf(node.type);
  if (!isName(node.name.value) || !isName(type.name)) return [];
  return [
    {
      ...bare(node.name.value, type, node.description),
      args: (node.arguments ?? []).flatMap(argumentOf),
      deprecated: deprecation(node.directives),
    },
  ];
}

function argumentOf(node: InputValueDefinitionNode): GraphField[] {
  const type = typeOf(node.type);
  if (!isName(node.name.value) || !isName(type.name)) return [];
  return [
    {
      ...bare(node.name.value, type, node.description),
      hasDefault: node.defaultValue !== undefined,
      deprecated: deprecation(node.directives),
    },
  ];
}

function bare(name: string, type: TypeRef, description: StringValueNode | undefined): GraphField {
  return { name, type, description: textOf(description), args: [], hasDefault: false, deprecated: null };
}

function typeOf(node: TypeNode): TypeRef {
  if (node.kind === 'NonNullType') return { ...typeOf(node.type), nullable: false };
  if (node.kind === 'NamedType') return { name: node.name.value, nullable: true, item: null };
  const item = typeOf(node.type);
  return { name: item.name, nullable: true, item };
}

function deprecation(directives: readonly DirectiveNode[] | undefined): string | null {
  if (!directives?.some(({ name }) => name.value === 'deprecated')) return null;
  return argumentText(directives, 'deprecated', 'reason') ?? 'deprecated';
}

function argumentText(
  directives: readonly DirectiveNode[] | undefined,
  directive: string,
  argument: string,
): string | null {
  const found = directives
    ?.find(({ name }) => name.value === directive)
    ?.arguments?.find(({ name }) => name.value === argument);
  return found?.value.kind === 'StringValue' ? found.value.value : null;
}

function namesOf(nodes: readonly { readonly name: { readonly value: string } }[] | undefined): string[] {
  return (nodes ?? []).map(({ name }) => name.value).filter(isName);
}

function textOf(node: StringValueNode | undefined): string | null {
  return node === undefined || node.value.trim() === '' ? null : node.value;
}
