import type { RequestListener } from 'node:http';
import type { Entity, Operation, OperationKind } from '../../../tools/model/index.ts';
import { readPath } from '../../../tools/model/index.ts';
import type { System } from '../system.ts';
import { pageOf } from './page.ts';
import { placed, valueAt } from './place.ts';
import { type Asked, readRequest } from './read-request.ts';

export interface PeerOptions {
  readonly entity: Entity;
  readonly records?: readonly Record<string, unknown>[];
  /** Paths of the fields by which a search finds records. */
  readonly keys: readonly string[];
  /** What an outside judge has against a request; null: nothing. */
  readonly judge?: (asked: Asked) => Promise<string | null>;
  /** `before` may answer, or cut the line, in place of the peer, `after` in place of its answer. */
  readonly fault?: { before(): Fault | null; after(): Fault | null };
  /** After each record that was written. */
  readonly onWrite?: () => void;
}

export type Fault =
  | 'cut'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One system that keeps its records: it reads and writes as the operations of its record type say. */
export class Peer implements System {
  readonly records = new Map<string, Record<string, unknown>>();
  readonly refusals: string[] = [];
  readonly unknown: string[] = [];
  readonly kept = null;
  readonly #options: PeerOptions;
  /** By idempotency key, as far as the API has one. */
  readonly #answered = new Map<string, Answer>();
  readonly #calls: readonly { kind: OperationKind; operation: Operation; path: RegExp }[];

  constructor(options: PeerOptions) {
    this.#options = options;
    for (const record of options.records ?? []) this.records.set(this.#idOf(record), record);
    this.#calls = Object.entries(options.entity.operations).map(([kind, operation]) => ({
      kind: kind as OperationKind,
      operation,
      path: new RegExp(
        `^${operation.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^{}]*\}/g, '([^/]+)')}$`,
      ),
    }));
  }

  readonly listener: RequestListener = async (request, response) => {
    const asked = await readRequest(request);
    const { fault } = this.#options;
    const before = fault?.before() ?? null;
    const answer = before === null ? await this.#answer(asked) : before;
    const after = before === null ? (fault?.after() ?? null) : null;
    const sent = after ?? answer;
    if (sent === 'cut') {
      request.socket.destroy();
      return;
    }
    const text =
      typeof sent.body === 'string' ? sent.body : sent.body === undefined ? '' : JSON.stringify(sent.body);
    response.writeHead(sent.status, { 'content-type': 'application/json', ...sent.headers }).end(text);
  };

  async all(): Promise<Record<string, unknown>[]> {
    return [...this.records.values()];
  }

  async close(): Promise<void> {}

  async #answer(asked: Asked): Promise<Answer> {
    if (/grant_type/.test(asked.text))
      return { status: 200, body: { access_token: 'token', token_type: 'Bearer', expires_in: 3600 } };
    const refused = (await this.#options.judge?.(asked)) ?? null;
    if (refused !== null) {
      this.refusals.push(refused);
      return { status: 422, body: { message: refused } };
    }
    const key = asked.headers[this.#options.entity.api.idempotencyHeader?.toLowerCase() ?? ''];
    const repeated = key === undefined ? undefined : this.#answered.get(key);
    if (repeated !== undefined) return repeated;
    const call = this.#callOf(asked);
    if (call === undefined) {
      this.unknown.push(`${asked.method} ${asked.url.pathname}`);
      return { status: 404, body: { message: 'no such call' } };
    }
    const id = decodeURIComponent(call.path.exec(asked.url.pathname)?.slice(1).at(-1) ?? '');
    const answer = this.#do(call.kind, call.operation, asked, id);
    if (key !== undefined) this.#answered.set(key, answer);
    return answer;
  }

  #callOf(asked: Asked) {
    const fitting = this.#calls.filter(
      ({ operation, path }) => operation.method === asked.method && path.test(asked.url.pathname),
    );
    // A list and its searches may share one path: the one whose constant parts all stand in the request.
    const score = ({ operation }: { operation: Operation }) => likeness(operation, asked);
    return fitting.toSorted((a, b) => score(b) - score(a))[0];
  }

  #do(kind: OperationKind, operation: Operation, asked: Asked, id: string): Answer {
    switch (kind) {
      case 'list':
      case 'changes': {
        const all = [...this.records.values()];
        const listed =
          operation.answers === 'references'
            ? all.map((record) => ({ [this.#idField]: this.#idOf(record) }))
            : all;
        const { body, headers } = pageOf(operation, asked, listed, (record) => this.#idOf(record));
        return { status: 200, headers, body };
      }
      case 'search': {
        const found = [...this.records.values()].filter((record) =>
          this.#options.keys.some((key) => mentions(asked.said, readPath(record, key))),
        );
        const listed =
          operation.answers === 'references'
            ? found.map((record) => ({ [this.#idField]: this.#idOf(record) }))
            : found;
        return { status: 200, body: placed({}, operation.responseAt, listed) };
      }
      case 'get': {
        const record = this.records.get(id);
        return record === undefined
          ? { status: 404, body: { message: 'not found' } }
          : { status: 200, body: placed({}, operation.responseAt, record) };
      }
      case 'create':
        return this.#write(operation, this.#newId(), asked);
      case 'update':
        return this.records.has(id)
          ? this.#write(operation, id, asked)
          : { status: 404, body: { message: 'not found' } };
      case 'upsert': {
        const { externalIdField } = this.#options.entity;
        // The key stands in the path, or in the record itself.
        const given = operation.path.includes('{') && id !== '' ? id.replace(/^[A-Za-z]+:/, '') : null;
        const key =
          given ?? String(readPath(valueAt(asked.body, operation.requestAt), externalIdField ?? '') ?? '');
        const known = [...this.records].find(
          ([, record]) => externalIdField !== null && String(readPath(record, externalIdField)) === key,
        );
        const more = given === null || externalIdField === null ? {} : placed({}, externalIdField, given);
        return this.#write(operation, known?.[0] ?? this.#newId(), asked, more);
      }
      default:
        return { status: 405, body: { message: `${kind} is not used` } };
    }
  }

  #write(operation: Operation, id: string, asked: Asked, more: unknown = {}): Answer {
    const written = valueAt(asked.body, operation.requestAt) ?? {};
    const first = Array.isArray(written) ? written[0] : written;
    const field = this.#options.entity.fields.find(({ path }) => path === this.#idField);
    const numeric = ['integer', 'number'].includes(field?.wireType ?? field?.type ?? '');
    const record = merged(
      merged(this.records.get(id) ?? {}, first),
      placed(more, this.#idField, numeric ? Number(id) : id),
    );
    this.records.set(id, record);
    this.#options.onWrite?.();
    const status = operation.method === 'POST' ? 201 : 200;
    if (operation.answers === 'location') {
      return {
        status: 204,
        headers: { location: `${asked.url.origin}${asked.url.pathname.replace(/\/$/, '')}/${id}` },
      };
    }
    if (operation.answers === 'nothing') return { status: 204 };
    const at = operation.responseAt;
    return { status, body: placed({}, at, operation.answers === 'records' ? [record] : record) };
  }

  get #idField(): string {
    return this.#options.entity.idField ?? 'id';
  }

  #idOf(record: unknown): string {
    return String(readPath(record, this.#idField));
  }

  #newId(): string {
    const next = 100_000 + this.records.size;
    const field = this.#options.entity.fields.find(({ path }) => path === this.#idField);
    const numeric = ['integer', 'number'].includes(field?.wireType ?? field?.type ?? '');
    // Some descriptions want a UUID where a text is enough for others.
    return numeric ? String(next) : `00000000-0000-4000-8000-${String(next).padStart(12, '0')}`;
  }
}

/** How many constant parts of the operation's templates the request has, less those that it lacks. */
function likeness({ query, body }: Operation, asked: Asked): number {
  const inQuery = Object.entries(query).flatMap(([name, template]) => {
    const given = asked.url.searchParams.get(name) ?? '';
    return parts(template).map((part) => (template.includes('{') ? given.includes(part) : given === part));
  });
  const inBody = texts(body).flatMap((template) => parts(template).map((part) => asked.said.includes(part)));
  return [...inQuery, ...inBody].reduce((sum, there) => sum + (there ? 1 : -1), 0);
}

const parts = (template: string) => template.split(/\{[^{}]*\}/).filter((part) => part !== '');

function texts(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(texts) : [];
}

/** Whether a value stands in a text as a whole. */
function mentions(text: string, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const plain = String(value);
  if (plain === '') return false;
  for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + plain.length]];
    if (!/[\w@.+-]/.test(before) && !/[\w@+-]/.test(after)) return true;
  }
  return false;
}

function merged(a: unknown, b: unknown): Record<string, unknown> {
  const both: Record<string, unknown> = { ...(a as object) };
  for (const [name, value] of Object.entries((b ?? {}) as object)) {
    const known = both[name];
    const deep = [known, value].every(
      (each) => typeof each === 'object' && each !== null && !Array.isArray(each),
    );
    both[name] = deep ? merged(known, value) : value;
  }
  return both;
}
