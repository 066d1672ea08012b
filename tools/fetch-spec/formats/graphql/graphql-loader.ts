import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Loader } from '../loader.ts';
import { describeGraph } from './describe-graph.ts';
import { graphOfIntrospection, introspected } from './graph/from-introspection.ts';
import { graphOfSdl } from './graph/from-sdl.ts';

/** GraphQL: the schema language, or the result of an introspection query. */
export const graphqlLoader: Loader = {
  name: 'graphql',
  recognise({ syntax, value }) {
    if (syntax === 'graphql') return 'graphql-sdl';
    return introspected(value) === undefined ? undefined : 'graphql-introspection';
  },
  async load({ source, text, value, warnings }, format) {
    const found = format === 'graphql-sdl' ? undefined : introspected(value);
    const graph = found === undefined ? await graphOfSdl(text) : graphOfIntrospection(found);
    if (![...graph.types.values()].some(({ kind }) => kind !== 'scalar')) {
      throw notASpec(
        format === 'graphql-sdl'
          ? 'it is GraphQL that defines no type'
          : 'its introspection result holds no type',
        'Give the schema: its SDL, or the result of a full introspection query',
      );
    }
    const own = describeGraph(graph, source, format);
    if (own.entities.length === 0) {
      throw notASpec(
        'its GraphQL schema has no object type with fields',
        'Give the whole schema: its SDL, or the result of a full introspection query',
      );
    }
    return { ...own, warnings: [...warnings, ...own.warnings] };
  },
};
