import { words } from '../../../naming/words.ts';
import type { Graph, GraphField } from '../graph/graph.ts';
import { nounOf } from './name-score.ts';

/** What is sent to write a record. */
export interface MutationInput {
  /** Input type of the record; null when it is made of the arguments themselves. */
  readonly type: string | null;
  /** Where it stands among the variables: `input`, `input.user`, `objects[]`; '' for the arguments themselves. */
  readonly path: string;
  readonly list: boolean;
}

const recordNames =
  /^(?:input|_?set|data|objects?|patch|draft|record|records|payload|attributes|fields|values|body|changes|params|model|entity|item|items)$/i;
const others =
  /^(?:where|pk_columns|filter|filters|identifiers?|options|by|on_conflict|condition|media|_inc|version|actions)$/i;
const wrapperFields = new Set([
  'clientMutationId',
  'id',
  '_id',
  'nodeId',
  'ids',
  'version',
  'key',
  'where',
  'filter',
]);

/** Finds what a mutation takes for a record of the type named; undefined when it takes none. */
export function mutationInput(graph: Graph, { args }: GraphField, noun: string): MutationInput | undefined {
  const objects = args.filter(({ name, type }) => isInput(graph, type.name) && !others.test(name));
  const isNamed = ({ name }: GraphField) => nounOf(words(name)) === noun;
  const last = noun.split(' ').at(-1);
  const chosen =
    objects.find(isNamed) ??
    objects.find(({ name }) => recordNames.test(name)) ??
    objects.find(({ name }) => nounOf(words(name)) === last) ??
    (objects.length === 1 ? objects[0] : undefined);
  if (chosen !== undefined) {
    const list = chosen.type.item !== null;
    return unwrap(
      graph,
      { type: chosen.type.name, path: list ? `${chosen.name}[]` : chosen.name, list },
      isNamed,
    );
  }
  const scalars = args.filter(({ name, type }) => !isInput(graph, type.name) && !wrapperFields.has(name));
  return scalars.length > 0 && objects.length === 0 ? { type: null, path: '', list: false } : undefined;
}

/** `CreateUserInput {clientMutationId, user: UserInput!}` → the user in it. */
function unwrap(graph: Graph, input: MutationInput, isNamed: (field: GraphField) => boolean): MutationInput {
  const fields = [...(graph.types.get(input.type ?? '')?.fields.values() ?? [])];
  const real = fields.filter(({ name }) => !wrapperFields.has(name));
  const [only] = real;
  if (only === undefined || real.length > 1 || !isInput(graph, only.type.name)) return input;
  if (!isNamed(only) && !recordNames.test(only.name) && !/patch$/i.test(only.name)) return input;
  const list = only.type.item !== null;
  const path = `${input.path}.${only.name}${list ? '[]' : ''}`;
  return { type: only.type.name, path, list: input.list || list };
}

function isInput(graph: Graph, name: string): boolean {
  return graph.types.get(name)?.kind === 'input';
}
