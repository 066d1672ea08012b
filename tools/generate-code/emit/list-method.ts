import { type Operation, type Pagination, parsePath } from '../../model/index.ts';
import type { ClientScope } from './client-scope.ts';
import { literal, stringList } from './literal.ts';
import { propertyKey } from './property.ts';
import { bodyEntries, queryEntries } from './query.ts';

/** A method that reads a list page by page, as a generator. */
export function emitList(kind: 'list' | 'changes', operation: Operation, scope: ClientScope): string {
  const { side } = scope;
  scope.import('./json.ts', 'listAt');
  scope.import('./systems.ts', 'type Pages');
  const name = kind === 'list' ? `list${side.typeMany}` : `listChanged${side.typeMany}`;
  const parameter = kind === 'list' ? '' : 'since: Date';
  const text =
    kind === 'list'
      ? `Every ${side.one}, page by page.`
      : `The ${side.many} that changed since a moment, page by page.`;
  return `${scope.doc(text, operation)}
  async *${name}(${parameter}): Pages {
${new ListBody(operation, scope).emit()}
  }`;
}

class ListBody {
  readonly #operation: Operation;
  readonly #scope: ClientScope;

  constructor(operation: Operation, scope: ClientScope) {
    this.#operation = operation;
    this.#scope = scope;
  }

  emit(): string {
    const { pagination } = this.#operation;
    if (pagination === null) return `${this.#query()}${this.#send('body')}${this.#records()}`;
    this.#scope.import('./pages.ts', 'PageGuard');
    const guard = `const guard = new PageGuard(${literal(`${this.#operation.method} ${this.#operation.path}`)});\n`;
    switch (pagination.kind) {
      case 'cursor':
        return guard + this.#cursor(pagination);
      case 'last-id':
        return guard + this.#lastId(pagination);
      case 'next-link':
        return guard + this.#links('body', this.#linkInBody(pagination.nextPath));
      case 'link-header':
        this.#scope.import('./link-header.ts', 'linkInHeader');
        return (
          guard +
          this.#links('body, headers', `linkInHeader(headers.get('Link'), ${literal(pagination.rel)})`)
        );
      case 'offset':
        return guard + this.#counted(pagination, 'offset', 0, 'offset += records.length');
      case 'page':
        return guard + this.#counted(pagination, 'page', pagination.firstPage, 'page += 1');
    }
  }

  #cursor(pagination: Extract<Pagination, { kind: 'cursor' }>): string {
    this.#scope.import('./json.ts', 'textAt');
    const next = `textAt(body, ${path(pagination.nextPath)})`;
    // Some APIs give a cursor also on their last page; then an empty page is the end.
    const goesOn =
      pagination.hasMorePath === null ? 'records.length > 0' : this.#more(pagination.hasMorePath);
    const inBody = pagination.in === 'body';
    return `let cursor: string | undefined;
    do {
      ${this.#query(inBody ? undefined : pagination.parameter)}${this.#send('body', inBody ? pagination : undefined)}${this.#records()}
      cursor = ${goesOn} ? ${next} : undefined;
      if (cursor !== undefined) guard.check(cursor, records);
    } while (cursor !== undefined);`;
  }

  #lastId(pagination: Extract<Pagination, { kind: 'last-id' }>): string {
    this.#scope.import('./json.ts', 'textAt');
    return `let cursor: string | undefined;
    do {
      ${this.#query(pagination.parameter)}${this.#send('body')}${this.#records()}
      cursor = ${this.#more(pagination.hasMorePath)} ? textAt(records.at(-1), ${this.#idPath()}) : undefined;
      if (cursor !== undefined) guard.check(cursor, records);
    } while (cursor !== undefined);`;
  }

  #links(taken: string, next: string): string {
    const { method } = this.#operation;
    const first = this.#scope.path(this.#operation);
    this.#scope.import('./http.ts', 'type ApiRequest');
    const entries = [...queryEntries(this.#operation, this.#scope.placeholders)];
    const query = entries.length === 0 ? '' : `, query: new URLSearchParams({ ${entries.join(', ')} })`;
    this.#noteEscape();
    return `// A link holds the whole query, so only the first request brings its own.
    let page: Pick<ApiRequest, 'path' | 'query'> = { path: ${first}${query} };
    for (;;) {
      const { ${taken} } = await this.#http.send({ method: ${literal(method)}, ...page, ${this.#rest().join(', ')} });
      ${this.#records()}
      const next = ${next};
      if (next === undefined) return;
      guard.check(next, records);
      page = { path: next };
    }`;
  }

  #counted(
    pagination: Extract<Pagination, { kind: 'offset' | 'page' }>,
    variable: string,
    first: number,
    step: string,
  ): string {
    const end =
      pagination.hasMorePath === null
        ? 'records.length === 0'
        : this.#more(pagination.hasMorePath).replace('===', '!==');
    return `for (let ${variable} = ${first}; ; ) {
      ${this.#query(pagination.parameter, `String(${variable})`)}${this.#send('body')}${this.#records()}
      if (${end}) return;
      guard.check(String(${variable}), records);
      ${step};
    }`;
  }

  /** The query; `parameter` takes the cursor, or a value that is always there. */
  #query(parameter?: string, value?: string): string {
    this.#noteEscape();
    const entries = [...queryEntries(this.#operation, this.#scope.placeholders)];
    if (parameter !== undefined && value !== undefined) entries.push(`${propertyKey(parameter)}: ${value}`);
    const cursor =
      parameter !== undefined && value === undefined
        ? `if (cursor !== undefined) query.set(${literal(parameter)}, cursor);\n`
        : '';
    if (entries.length === 0 && cursor === '') return '';
    const init = entries.length === 0 ? '' : `{ ${entries.join(', ')} }`;
    this.#hasQuery = true;
    return `const query = new URLSearchParams(${init});\n${cursor}`;
  }

  #hasQuery = false;

  #send(taken: string, cursorInBody?: { readonly parameter: string }): string {
    const { method } = this.#operation;
    const fields = [
      `method: ${literal(method)}`,
      `path: ${this.#scope.path(this.#operation)}`,
      ...(this.#hasQuery ? ['query'] : []),
      ...this.#rest(cursorInBody),
    ];
    return `const { ${taken} } = await this.#http.send({ ${fields.join(', ')} });\n`;
  }

  #rest(cursorInBody?: { readonly parameter: string }): string[] {
    const { body, mediaType } = this.#operation;
    const rest = this.#scope.headers(this.#operation);
    if (body !== null || cursorInBody !== undefined) {
      this.#scope.import('./bodies.ts', 'jsonBody');
      const type = mediaType === 'application/json' ? '' : `, ${literal(mediaType)}`;
      rest.push(`body: jsonBody({ ${this.#bodyEntries(cursorInBody).join(', ')} }${type})`);
    }
    return [...rest, 'idempotent: true'];
  }

  #bodyEntries(cursorInBody?: { readonly parameter: string }): string[] {
    const fixed = bodyEntries(this.#operation.body, this.#operation, this.#scope.placeholders);
    if (cursorInBody === undefined) return fixed;
    return [...fixed, `...(cursor === undefined ? {} : { ${propertyKey(cursorInBody.parameter)}: cursor })`];
  }

  #records(): string {
    const { responseAt, answers } = this.#operation;
    const list = `const records = listAt(body, ${path(responseAt)});\n`;
    if (answers !== 'references') return `${list}yield records;\n`;
    this.#scope.import('./references.ts', 'readReferences');
    const get = `(id) => this.get${this.#scope.side.typeOne}(id)`;
    return `${list}yield await readReferences(records, ${this.#idPath()}, ${get});\n`;
  }

  #more(hasMorePath: string): string {
    this.#scope.import('./json.ts', 'readPath');
    return `readPath(body, ${path(hasMorePath)}) === true`;
  }

  /** `links[rel=next].href` selects in a list of links. */
  #linkInBody(nextPath: string): string {
    this.#scope.import('./json.ts', 'textAt');
    const [, list, key, value, rest] = /^(.*)\[([^=\]]+)=([^\]]*)\]\.?(.*)$/.exec(nextPath) ?? [];
    if (list === undefined || key === undefined) return `textAt(body, ${path(nextPath)})`;
    const found = `listAt(body, ${path(list)}).find((link) => textAt(link, ${path(key)}) === ${literal(value)})`;
    return `textAt(${found}, ${path(rest ?? '')})`;
  }

  #idPath(): string {
    return path(this.#scope.side.entity.idField ?? '');
  }

  #noteEscape(): void {
    const code = queryEntries(this.#operation, this.#scope.placeholders).join();
    for (const helper of ['escapeQuoted', 'quoted']) {
      if (code.includes(`${helper}(`)) this.#scope.import('./quote.ts', helper);
    }
  }
}

function path(dotted: string): string {
  return dotted === '' ? '[]' : stringList(parsePath(dotted).map(({ name }) => name));
}
