import type { Operation } from '../../../../model/index.ts';
import { words } from '../../../naming/words.ts';
import type { RootField } from '../types/root-fields.ts';
import type { TypeRoles } from '../types/type-roles.ts';
import { makeOperation } from './make-operation.ts';
import { type MutationInput, mutationInput } from './mutation-input.ts';
import { type MutationIntent, mutationIntent, type WriteKind } from './mutation-intent.ts';
import { nounOf } from './name-score.ts';

export interface Write {
  readonly operation: Operation;
  readonly input: MutationInput | undefined;
  readonly root: RootField;
}
export type Writes = Partial<Record<WriteKind, Write>>;

interface Candidate extends MutationIntent {
  readonly root: RootField;
  readonly type: string;
  readonly input: MutationInput | undefined;
  readonly score: number;
}

/** Which mutation creates, changes and deletes the records of each type. Those of one record go before those of many. */
export function writeOperations(roles: TypeRoles, types: readonly string[]): Map<string, Writes> {
  const byNoun = new Map<string, string>();
  for (const type of types) {
    const noun = nounOf(words(type));
    if (!byNoun.has(noun)) byNoun.set(noun, type);
  }
  const best = new Map<string, Map<WriteKind, Candidate>>();
  for (const root of roles.mutations) {
    const candidate = candidateOf(roles, root, byNoun);
    if (candidate === undefined) continue;
    const known = best.get(candidate.type) ?? new Map<WriteKind, Candidate>();
    best.set(candidate.type, known);
    const before = known.get(candidate.kind);
    if (before === undefined || candidate.score > before.score) known.set(candidate.kind, candidate);
  }
  return new Map(
    [...best].map(([type, kinds]) => [
      type,
      Object.fromEntries([...kinds].map(([kind, candidate]) => [kind, writeOf(roles, candidate)])),
    ]),
  );
}

function candidateOf(
  roles: TypeRoles,
  root: RootField,
  byNoun: ReadonlyMap<string, string>,
): Candidate | undefined {
  const { field } = root;
  const intent = mutationIntent(field.name);
  // `createCustomerV2` is another way to create a customer.
  const noun =
    intent === undefined || byNoun.has(intent.noun) ? intent?.noun : intent.noun.replace(/ v\d+$/, '');
  const type = noun === undefined ? undefined : byNoun.get(noun);
  if (intent === undefined || type === undefined) return undefined;
  const input = intent.kind === 'delete' ? undefined : mutationInput(roles.graph, field, intent.noun);
  // Changes told by a list of actions are no record.
  const byActions = intent.kind === 'update' && field.args.some(({ name }) => name === 'actions');
  if (intent.kind !== 'delete' && input === undefined && !byActions) return undefined;
  const upserts =
    /\bcreat\w+\b[^.]{0,60}\bor\b[^.]{0,60}\bupdat|\bupdat\w+\b[^.]{0,60}\bor\b[^.]{0,60}\bcreat|upsert/i.test(
      field.description?.slice(0, 1_000) ?? '',
    );
  if (
    intent.doubtful &&
    !upserts &&
    !field.args.some(({ name }) => /^identifier/i.test(name)) &&
    !intent.many
  )
    return undefined;
  const many = input === undefined ? intent.many : input.list;
  const score = (many ? 0 : 2) + (field.deprecated === null ? 1 : 0) + (input?.type === null ? -0.5 : 0);
  return { ...intent, root, type, input, score };
}

function writeOf(roles: TypeRoles, { root, kind, type, input }: Candidate): Write {
  const { graph } = roles;
  const answer = kind === 'delete' ? { answers: 'nothing' as const } : answerOf(roles, root, type);
  const requestAt =
    input === undefined ? '' : ['variables', ...(input.path === '' ? [] : [input.path])].join('.');
  return { root, input, operation: makeOperation(graph, root, { ...answer, requestAt }) };
}

/** Where a mutation answers the record it wrote. */
function answerOf(
  { graph }: TypeRoles,
  { field }: RootField,
  type: string,
): { answers: Operation['answers']; inside?: string } {
  if (field.type.name === type) return { answers: field.type.item === null ? 'record' : 'records' };
  for (const inner of graph.types.get(field.type.name)?.fields.values() ?? []) {
    if (inner.type.name !== type) continue;
    return { answers: inner.type.item === null ? 'record' : 'records', inside: inner.name };
  }
  return { answers: 'nothing' };
}
