import { externalPrefix, lastName, type Operation, parsePath } from '../../model/index.ts';
import { addsToLists } from '../plan/sublists.ts';
import type { ClientScope } from './client-scope.ts';
import { readExpression } from './expression.ts';
import { literal, stringList, templateText } from './literal.ts';
import { propertyEntry, propertyKey } from './property.ts';
import { queryEntries } from './query.ts';

/** A method that creates, changes or upserts one record. `lists`: names of the lists that are written. */
export function emitWrite(
  kind: 'create' | 'update' | 'upsert',
  operation: Operation,
  scope: ClientScope,
  lists: readonly string[],
): string {
  const { side } = scope;
  const { typeOne, recordType, one, entity } = side;
  scope.import('./schema.ts', `type ${recordType}`);
  const external = readExpression(entity.externalIdField ?? '', { variable: 'record', prefix: '' });
  const keyHeader = kind === 'create' ? entity.api.idempotencyHeader : null;
  const query = queryEntries(operation, scope.placeholders);
  if (lists.length > 0 && addsToLists(operation)) {
    scope.import('./sublists.ts', 'replacing');
    query.push(`...replacing(record, ${stringList(lists)})`);
  }
  const fields = [
    `method: ${literal(operation.method)}`,
    `path: ${scope.path(operation, kind === 'upsert' ? 'externalId' : 'id')}`,
    ...(query.length === 0 ? [] : [`query: new URLSearchParams({ ${query.join(', ')} })`]),
    ...scope.headers(operation, ...(keyHeader === null ? [] : [`${propertyKey(keyHeader)}: key`])),
    `body: ${bodyOf(operation, scope)}`,
    // Setting the same values twice changes nothing; making the same record twice does.
    `idempotent: ${kind !== 'create' || keyHeader !== null}`,
  ];
  const send = `await this.#http.send({ ${fields.join(', ')} });`;
  switch (kind) {
    case 'create': {
      const answer = operation.answers === 'location' ? 'headers' : 'body';
      const key = keyHeader === null ? '' : ', key: string';
      scope.import('./ids.ts', 'requireId');
      return `${scope.doc(`Creates a ${one} and answers its id.`, operation)}
  async create${typeOne}(record: ${recordType}${key}): Promise<string> {
    const { ${answer} } = ${send}
    return requireId(${answeredId(operation, scope)}, ${literal(`${operation.method} ${operation.path}`)});
  }`;
    }
    case 'update':
      return `${scope.doc(`Changes the mapped fields of a ${one}.`, operation)}
  async update${typeOne}(id: string, record: ${recordType}): Promise<void> {
    ${send}
  }`;
    case 'upsert': {
      const id = answeredId(operation, scope);
      const prefix = externalPrefix(side.entity.operations);
      const isUsed = prefix !== null || operation.path.includes('{');
      scope.import('./ids.ts', 'requireText', ...(prefix === null ? ['requireId'] : []));
      const field = literal(lastName(entity.externalIdField ?? ''));
      const answer = operation.answers === 'record' ? 'body' : 'headers';
      return `${scope.doc(`Creates the ${one} with this external id, or changes it; answers its id.`, operation)}
  async upsert${typeOne}(record: ${recordType}): Promise<string> {
    ${isUsed ? 'const externalId = ' : ''}requireText(${external}, ${field});
    const { ${answer} } = ${send}
    return ${
      prefix === null
        ? `requireId(${id}, ${literal(`${operation.method} ${operation.path}`)})`
        : // The id is not always told. Never a bare external id among the target's own: they look alike.
          `${id} ?? ${prefix === '' ? 'externalId' : `\`${templateText(prefix)}\${externalId}\``}`
    };
  }`;
    }
  }
}

function bodyOf(operation: Operation, scope: ClientScope): string {
  const { requestAt, mediaType, body } = operation;
  const steps = requestAt === '' ? [] : parsePath(requestAt);
  const constant = isObject(body)
    ? Object.entries(body).map(([name, value]) => propertyEntry(name, literal(value)))
    : [];
  const placed = steps.reduceRight(
    (inner, { name }, at) => `{ ${[...(at === 0 ? constant : []), propertyEntry(name, inner)].join(', ')} }`,
    steps.length === 0 && constant.length > 0 ? `{ ${constant.join(', ')}, ...record }` : 'record',
  );
  if (mediaType === 'application/x-www-form-urlencoded') {
    scope.import('./form.ts', 'formBody');
    return `formBody(${placed})`;
  }
  scope.import('./bodies.ts', 'jsonBody');
  return `jsonBody(${placed}${mediaType === 'application/json' ? '' : `, ${literal(mediaType)}`})`;
}

function answeredId(operation: Operation, scope: ClientScope): string {
  if (operation.answers !== 'record') {
    scope.import('./location.ts', 'idInLocation');
    return 'idInLocation(headers)';
  }
  scope.import('./json.ts', 'textAt');
  const before = operation.responseAt === '' ? [] : parsePath(operation.responseAt).map(({ name }) => name);
  const id = parsePath(scope.side.entity.idField ?? '').map(({ name }) => name);
  const lower = id.map((name) => name.toLowerCase());
  const read = (path: readonly string[]) => `textAt(body, ${stringList([...before, ...path])})`;
  // Some APIs spell the id of a record with a capital, and the id of a create's answer without.
  return lower.join() === id.join() ? read(id) : `${read(id)} ?? ${read(lower)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
