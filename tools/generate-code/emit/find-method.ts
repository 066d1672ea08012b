import { lastName, type Operation, parsePath } from '../../model/index.ts';
import type { ClientScope } from './client-scope.ts';
import { literal, stringList } from './literal.ts';
import { bodyExpression, queryEntries } from './query.ts';

/** A method that finds the records with a given match key. */
export function emitFind(operation: Operation, scope: ClientScope): string {
  const { side, placeholders } = scope;
  const match = placeholders.matchField ?? '';
  const query = queryEntries({ ...operation, pagination: null }, placeholders);
  const body = operation.body === null ? null : bodyExpression(operation.body, operation, placeholders);
  for (const helper of ['escapeQuoted', 'quoted']) {
    if (`${query.join()}${body ?? ''}`.includes(`${helper}(`)) scope.import('./quote.ts', helper);
  }
  if (body !== null) scope.import('./bodies.ts', 'jsonBody');
  scope.import('./ids.ts', 'idsOfMatches');
  scope.import('./json.ts', 'listAt');
  const fields = [
    `method: ${literal(operation.method)}`,
    `path: ${scope.path(operation)}`,
    ...(query.length === 0 ? [] : [`query: new URLSearchParams({ ${query.join(', ')} })`]),
    ...scope.headers(operation),
    ...(body === null ? [] : [`body: jsonBody(${body})`]),
    'idempotent: true',
  ];
  const path = (dotted: string) =>
    dotted === '' ? '[]' : stringList(parsePath(dotted).map(({ name }) => name));
  return `${scope.doc(`Ids of the ${side.many} with this ${lastName(match)}.`, operation)}
  async find${side.typeMany}(value: string): Promise<string[]> {
    const { body } = await this.#http.send({ ${fields.join(', ')} });
    return idsOfMatches(listAt(body, ${path(operation.responseAt)}), ${path(side.entity.idField ?? '')}, ${path(match)}, value);
  }`;
}
