import type { JsonObject } from '../../../core/json/json.ts';
import type { ApiDescription, EntitySummary, Warning } from '../../../model/index.ts';
import { words } from '../../naming/words.ts';
import type { Source } from '../../source/source.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Graph } from './graph/graph.ts';
import { graphEntities } from './graph-entities.ts';
import { graphPatterns } from './patterns/graph-patterns.ts';
import { TypeRoles } from './types/type-roles.ts';

/** Words of a file's name that say nothing of whose schema it is. */
const noise = /^(?:graphql|gql|schema|introspection|api|sdl|public|full|v?\d+|json)$/;

/** A GraphQL schema as an ApiDescription: record types, operations, patterns. */
export function describeGraph(graph: Graph, source: Source, format: string): ApiDescription {
  const roles = new TypeRoles(graph);
  const { entities, schemas, leftOut } = graphEntities(roles);
  const named = words(source.name).filter((word) => !noise.test(word));
  const remote = /^https?:/.test(source.origin);
  return describeSchemas({
    source,
    format,
    title: [...named, 'GraphQL API'].join(' '),
    ...(remote ? {} : { system: named.join('-').slice(0, 40) || 'graphql' }),
    document: { components: { schemas } },
    entities,
    api: { protocol: 'graphql', errors: { message: 'errors[0].message', code: 'errors[0].extensions.code' } },
    patterns: graphPatterns(roles, entities),
    warnings: [...graph.warnings, ...warningsOf(graph, entities, leftOut, schemas, remote)],
  });
}

function warningsOf(
  graph: Graph,
  entities: readonly EntitySummary[],
  leftOut: number,
  schemas: JsonObject,
  remote: boolean,
): Warning[] {
  const warnings: Warning[] = [];
  const warn = (code: string, message: string, at = '') => warnings.push({ code, message, at });
  if (!remote) {
    warn(
      'no_server',
      'A GraphQL schema names no server; the host is asked for as a setting, the path is /graphql',
    );
  }
  warn('no_auth', 'A GraphQL schema says nothing of authentication');
  if (graph.query === null) {
    warn('no_operations', 'The schema has no query type; its types are offered, without calls');
  }
  if (entities.length > 0 && Object.keys(schemas).length > 0 && leftOut > 0) {
    warn('fields_with_arguments', `${leftOut} fields need arguments and were left out`);
  }
  return warnings;
}
