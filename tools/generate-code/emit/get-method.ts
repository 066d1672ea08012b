import { externalPrefix, type Operation, parsePath } from '../../model/index.ts';
import type { Operations } from '../plan/operations.ts';
import type { ClientScope } from './client-scope.ts';
import { literal, stringList } from './literal.ts';
import { queryEntries } from './query.ts';

/** A method that reads one record by its id. */
export function emitGet(operation: Operation, scope: ClientScope): string {
  const { side } = scope;
  const record =
    operation.responseAt === ''
      ? 'body'
      : `readPath(body, ${stringList(parsePath(operation.responseAt).map(({ name }) => name))})`;
  if (operation.responseAt !== '') scope.import('./json.ts', 'readPath');
  return `${scope.doc(`One ${side.one}.`, operation)}
  async get${side.typeOne}(id: string): Promise<unknown> {
    const { body } = await this.#http.send(${request(operation, scope, 'id')});
    return ${record};
  }`;
}

/** A method that asks for a record by its external id; null where the API cannot be asked by it. */
export function emitExists({ get, upsert }: Operations, scope: ClientScope): string | null {
  const { side } = scope;
  if (get === undefined || upsert === undefined || externalPrefix({ get, upsert }) === null) return null;
  scope.import('./exists.ts', 'exists');
  const read = { ...get, path: upsert.path };
  return `${scope.doc(`Whether there is a ${side.one} with this external id.`, get)}
  async has${side.typeOne}(externalId: string): Promise<boolean> {
    return exists(this.#http.send(${request(read, scope, 'externalId')}));
  }`;
}

function request(operation: Operation, scope: ClientScope, id: string): string {
  const query = queryEntries(operation, scope.placeholders);
  const fields = [
    `method: ${literal(operation.method)}`,
    `path: ${scope.path(operation, id)}`,
    ...(query.length === 0 ? [] : [`query: new URLSearchParams({ ${query.join(', ')} })`]),
    ...scope.headers(operation),
    'idempotent: true',
  ];
  return `{ ${fields.join(', ')} }`;
}
