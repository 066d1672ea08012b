import { oneLine } from '../../../../core/text/index.ts';
import { Operation, type Pagination, type Parameter } from '../../../../model/index.ts';
import { type Graph, type GraphField, isRequired, type TypeRef } from '../graph/graph.ts';
import type { RootField } from '../types/root-fields.ts';

const maxParameters = 50;

/** A field of a root as an operation: a POST of a query that selects it. */
export function makeOperation(
  graph: Graph,
  { field, path, at }: RootField,
  more: {
    readonly answers: Operation['answers'];
    /** Where in the field's value the records are; '' when it is the record. */
    readonly inside?: string;
    readonly requestAt?: string;
    readonly pagination?: Pagination | null;
  },
): Operation {
  const { answers, inside = '', requestAt = '', pagination = null } = more;
  return Operation.parse({
    id: path.join('.'),
    method: 'POST',
    path: '/graphql',
    summary: field.description === null ? null : oneLine(field.description, 200),
    parameters: field.args.slice(0, maxParameters).map((argument) => parameterOf(graph, argument)),
    requestAt,
    responseAt: ['data', ...path, ...(inside === '' ? [] : [inside])].join('.'),
    answers,
    pagination,
    at,
  });
}

/** An argument, which travels among the query's variables. */
function parameterOf(graph: Graph, argument: GraphField): Parameter {
  const { name, description } = argument;
  return {
    name,
    in: 'query',
    required: isRequired(argument),
    type: parameterType(graph, argument.type),
    description: description === null ? null : oneLine(description, 200),
  };
}

function parameterType(graph: Graph, type: TypeRef): Parameter['type'] {
  if (type.item !== null) return 'array';
  if (graph.types.get(type.name)?.kind === 'input') return 'object';
  if (type.name === 'Int') return 'integer';
  if (type.name === 'Float') return 'number';
  return type.name === 'Boolean' ? 'boolean' : 'string';
}
