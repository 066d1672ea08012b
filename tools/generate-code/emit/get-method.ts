import { type Operation, parsePath } from '../../model/index.ts';
import type { ClientScope } from './client-scope.ts';
import { literal, stringList } from './literal.ts';
import { queryEntries } from './query.ts';

/** A method that reads one record by its id. */
export function emitGet(operation: Operation, scope: ClientScope): string {
  const { side } = scope;
  const query = queryEntries(operation, scope.placeholders);
  const fields = [
    `method: ${literal(operation.method)}`,
    `path: ${scope.path(operation, 'id')}`,
    ...(query.length === 0 ? [] : [`query: new URLSearchParams({ ${query.join(', ')} })`]),
    ...scope.headers(operation),
    'idempotent: true',
  ];
  const record =
    operation.responseAt === ''
      ? 'body'
      : `readPath(body, ${stringList(parsePath(operation.responseAt).map(({ name }) => name))})`;
  if (operation.responseAt !== '') scope.import('./json.ts', 'readPath');
  return `${scope.doc(`One ${side.one}.`, operation)}
  async get${side.typeOne}(id: string): Promise<unknown> {
    const { body } = await this.#http.send({ ${fields.join(', ')} });
    return ${record};
  }`;
}
