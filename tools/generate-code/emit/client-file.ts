import { type Operation, type OperationKind, readPaths } from '../../model/index.ts';
import type { Operations } from '../plan/operations.ts';
import type { Plan } from '../plan/plan.ts';
import type { Side } from '../plan/side.ts';
import { writtenLists } from '../plan/sublists.ts';
import { authorizerOf } from './authorizer.ts';
import { ClientScope } from './client-scope.ts';
import { emitFind } from './find-method.ts';
import { type GeneratedFile, generatedHeader } from './generated-file.ts';
import { emitExists, emitGet } from './get-method.ts';
import { emitList } from './list-method.ts';
import { literal, stringList } from './literal.ts';
import { fieldNames, uses } from './query.ts';
import { emitWrite } from './write-method.ts';

/** One system's client: its base URL, credentials and limits, and the calls that the sync makes. */
export function emitClient(plan: Plan, which: 'source' | 'target'): GeneratedFile {
  const side = plan[which];
  const operations = which === 'source' ? plan.reads : plan.writes;
  const scope = new ClientScope(side, plan.matchKey);
  const lists = writtenLists([...plan.rows, ...plan.byHand]);
  const methods = Object.entries(operations).map(([kind, operation]) =>
    emitMethod(kind as OperationKind, operation, operations, scope, lists),
  );
  const exists = which === 'target' ? emitExists(operations, scope) : null;
  if (exists !== null) methods.push(exists);
  const { api } = side.entity;
  const authorizer = authorizerOf(api.auth, side);
  scope.import('./client-tools.ts', 'type ClientTools');
  scope.import('./config.ts', 'type Config');
  scope.import('./http.ts', 'Http');
  if (authorizer !== null) scope.import(authorizer.module, authorizer.name);
  const paths = (path: string | null) => (path === null ? 'null' : stringList(path.split('.')));
  const content = `${generatedHeader}${scope.imports()}

${fieldsConstant(operations, side, scope, plan)}/** The calls of ${side.brand} that the sync makes. */
export class ${side.clientType} {
  readonly #http: Http;${scope.usesSettings ? `\n  readonly #config: Config[${literal(side.configKey)}];` : ''}

  constructor(config: Config[${literal(side.configKey)}], tools: ClientTools) {
    ${scope.usesSettings ? 'this.#config = config;' : ''}${authorizer?.setup ?? ''}
    this.#http = new Http({
      ...tools,
      baseUrl: config.baseUrl,
      authorizer: ${authorizer?.expression ?? 'null'},
      requestsPerSecond: ${literal(api.requestsPerSecond)},
      errors: { message: ${paths(api.errors.message)}, code: ${paths(api.errors.code)} },
      requestIdHeader: ${literal(api.requestIdHeader)},
    });
  }

${methods.join('\n\n')}
}
`;
  return { path: `src/${side.clientFile}.ts`, content };
}

function emitMethod(
  kind: OperationKind,
  operation: Operation,
  all: Operations,
  scope: ClientScope,
  lists: readonly string[],
): string {
  switch (kind) {
    case 'list':
    case 'changes':
      return emitList(kind, operation, scope);
    case 'get':
      return emitGet(operation, scope);
    case 'search':
      return emitFind(operation, scope);
    case 'create':
    case 'update':
    case 'upsert':
      return emitWrite(kind, operation, scope, lists);
    default:
      throw new TypeError(`${kind} is planned (${Object.keys(all).join(', ')}) and has no emitter`);
  }
}

function fieldsConstant(operations: Operations, side: Side, scope: ClientScope, plan: Plan): string {
  const [user] = Object.values(operations).filter((operation) => uses(operation, 'fields'));
  if (user === undefined) return '';
  const { idField, updatedField } = side.entity;
  const paths = [
    idField ?? '',
    ...(side === plan.source
      ? [
          ...(updatedField === null ? [] : [updatedField]),
          ...[...plan.rows, ...plan.byHand].flatMap(readPaths),
        ]
      : [
          plan.matchKey,
          plan.externalKey,
          ...Object.values(plan.guarded).flat(),
          ...(plan.guarded.newest.length === 0 ? [] : [updatedField]),
        ].filter((path) => path !== null)),
  ];
  const ordered = [idField ?? '', ...side.fields.keys()].filter((path) => paths.includes(path));
  return `/** What is asked for of every ${side.one}. */
const ${scope.fieldsName} = ${stringList(fieldNames(user, side, ordered))};\n\n`;
}
