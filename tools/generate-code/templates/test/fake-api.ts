import { readPath, textAt } from '../src/json.ts';
import { type Json, merge, parseBody, setPath } from './fake-json.ts';
import { type Paging, pageOf } from './fake-paging.ts';
import { type Captures, capture } from './fake-template.ts';

/** One call of the API, as its description has it. */
export interface FakeRoute {
  readonly kind: 'list' | 'changes' | 'search' | 'get' | 'create' | 'update' | 'upsert';
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly requestAt: readonly string[];
  readonly responseAt: readonly string[];
  readonly answers: 'records' | 'record' | 'references' | 'location' | 'nothing';
  /** A write adds the lines of a list to those that are there, unless `replace` names the list. */
  readonly addsToLists: boolean;
  readonly paging: Paging | null;
}

export interface FakeApiOptions {
  readonly baseUrl: string;
  readonly routes: readonly FakeRoute[];
  readonly idPath: readonly string[];
  readonly numericIds: boolean;
  readonly updatedPath: readonly string[] | null;
  readonly matchPath: readonly string[] | null;
  readonly externalIdPath: readonly string[] | null;
  /** Places that a new record must fill. */
  readonly requiredPaths: readonly (readonly string[])[];
  readonly idempotencyHeader: string | null;
  /** Where tokens are asked for; null without OAuth. */
  readonly tokenPath: string | null;
}

export interface FakeCall {
  readonly route: FakeRoute;
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly body: unknown;
  readonly captures: Captures;
}

/** Answers a call instead of the API, or lets it through. */
export type Interceptor = (call: FakeCall) => Response | undefined;

/** An API in memory: it remembers what is written, and answers in pages. */
export class FakeApi {
  readonly records = new Map<string, Json>();
  readonly calls: FakeCall[] = [];
  pageSize = 2;
  intercept: Interceptor = () => undefined;
  readonly #options: FakeApiOptions;
  readonly #answered = new Map<string, () => Response>();
  readonly #links = new Map<string, { call: FakeCall; page: number }>();

  constructor(options: FakeApiOptions) {
    this.#options = options;
  }

  /** How often a kind of call was made. */
  count(...kinds: readonly FakeRoute['kind'][]): number {
    return this.calls.filter(({ route }) => kinds.includes(route.kind)).length;
  }

  get externalIdPath(): readonly string[] | null {
    return this.#options.externalIdPath;
  }

  get matchPath(): readonly string[] | null {
    return this.#options.matchPath;
  }

  has(kind: FakeRoute['kind'], pathPart = ''): boolean {
    return this.#options.routes.some((route) => route.kind === kind && route.path.includes(pathPart));
  }

  /** The answer to a request; undefined when this API has no such call. */
  answer(url: URL, init: RequestInit): Response | undefined {
    if (url.origin !== new URL(this.#options.baseUrl).origin) return undefined;
    if (url.pathname === this.#options.tokenPath) {
      return Response.json({ access_token: 'token-of-the-fake', expires_in: 3600 });
    }
    const link = this.#links.get(url.pathname);
    if (link !== undefined) return this.intercept(link.call) ?? this.#page(link.call, link.page);
    const call = this.#find(url, init);
    if (call === undefined) return undefined;
    this.calls.push(call);
    return this.intercept(call) ?? this.#handle(call);
  }

  #find(url: URL, init: RequestInit): FakeCall | undefined {
    const headers = new Headers(init.headers);
    const body = parseBody(String(init.body ?? ''), headers.get('Content-Type') ?? '');
    for (const route of this.#options.routes) {
      const captures = init.method === route.method ? capture(route, url, body) : undefined;
      if (captures !== undefined) return { route, url, init, headers, body, captures };
    }
    return undefined;
  }

  #handle(call: FakeCall): Response {
    switch (call.route.kind) {
      case 'list':
      case 'changes':
      case 'search':
        return this.#page(call, 0);
      case 'get': {
        const record = this.records.get(call.captures.id ?? '') ?? this.#byExternalId(call.url);
        return record === undefined ? missing() : Response.json(setPath(record, call.route.responseAt));
      }
      case 'create':
        return this.#once(call, () => this.#create(call));
      case 'update':
        return this.#update(call, call.captures.id ?? '');
      case 'upsert': {
        const { externalIdPath } = this.#options;
        const external = call.captures.id ?? textAt(this.#sent(call), externalIdPath ?? []);
        const known = [...this.records].find(
          ([, record]) => textAt(record, externalIdPath ?? []) === external,
        );
        if (known !== undefined) return this.#update(call, known[0]);
        return this.#create(call, externalIdPath === null ? {} : setPath(external, externalIdPath));
      }
    }
  }

  /** A repeated idempotency key gets the first answer again. */
  #once(call: FakeCall, work: () => Response): Response {
    const { idempotencyHeader } = this.#options;
    const key = idempotencyHeader === null ? null : call.headers.get(idempotencyHeader);
    const before = key === null ? undefined : this.#answered.get(key);
    if (before !== undefined) return before();
    const answer = work();
    if (key !== null) this.#answered.set(key, () => answer.clone());
    return answer.clone();
  }

  #create(call: FakeCall, extra: Json = {}): Response {
    const number = this.records.size + 1;
    const id = setPath(this.#options.numericIds ? number : String(number), this.#options.idPath);
    const record = merge(merge(this.#sent(call), extra), id);
    const refused = refusal(record, this.#options.requiredPaths);
    if (refused !== undefined) return refused;
    this.records.set(String(number), record);
    return this.#written(call, String(number), 201);
  }

  #update(call: FakeCall, id: string): Response {
    const record = this.records.get(id);
    if (record === undefined) return missing();
    this.records.set(id, merge(record, withLines(record, this.#sent(call), call)));
    return this.#written(call, id, 200);
  }

  /** As `/contact/eid:5` asks, in the place of an id. */
  #byExternalId(url: URL): Json | undefined {
    const { externalIdPath, routes } = this.#options;
    const upsert = routes.find(({ kind, path }) => kind === 'upsert' && path.includes('{'));
    if (upsert === undefined || externalIdPath === null) return undefined;
    const id = capture({ ...upsert, query: {}, body: null }, url, undefined)?.id;
    return [...this.records.values()].find((record) => textAt(record, externalIdPath) === id);
  }

  #written({ route, url }: FakeCall, id: string, status: number): Response {
    if (route.answers === 'record')
      return Response.json(setPath(this.records.get(id), route.responseAt), { status });
    return new Response(null, { status: 204, headers: { Location: `${url.origin}/records/${id}` } });
  }

  #sent({ route, body }: FakeCall): Json {
    const record = readPath(body, route.requestAt);
    return typeof record === 'object' && record !== null ? (record as Json) : {};
  }

  #page(call: FakeCall, linked: number): Response {
    const { idPath } = this.#options;
    const records = this.#selected(call);
    const page = pageOf(call, records, { size: this.pageSize, linked, idPath });
    const content =
      call.route.answers === 'references'
        ? page.records.map((record) => this.#reference(record))
        : page.records;
    const headers: Record<string, string> = {};
    let next: string | undefined;
    if (page.next !== null) {
      // On another host, as behind a proxy: a client must not follow it there.
      next = `https://elsewhere.test/pages/${this.#links.size}`;
      this.#links.set(new URL(next).pathname, { call, page: page.next });
      headers['Link'] = `<${next}>; rel="next"`;
    }
    return Response.json(page.body(content, next), { headers });
  }

  #reference(record: Json): Json {
    return setPath(readPath(record, this.#options.idPath), this.#options.idPath);
  }

  #selected({ route, captures }: FakeCall): Json[] {
    const all = [...this.records.values()];
    const { matchPath, updatedPath } = this.#options;
    if (route.kind === 'search' && matchPath !== null) {
      return all.filter(
        (record) => textAt(record, matchPath)?.toLowerCase() === captures.value?.toLowerCase(),
      );
    }
    if (route.kind === 'changes' && updatedPath !== null) {
      const time = (record: Json) => Date.parse(textAt(record, updatedPath) ?? '');
      const since = captures.since?.getTime() ?? 0;
      return all.filter((record) => time(record) >= since).sort((a, b) => time(a) - time(b));
    }
    return all;
  }
}

/** What is sent, its lists with the lines that stay. */
function withLines(before: Json, sent: Json, { route, url }: FakeCall): Json {
  if (!route.addsToLists) return sent;
  const replaced = url.searchParams.get('replace')?.split(',') ?? [];
  const entries = Object.entries(sent).map(([name, value]) => [
    name,
    replaced.includes(name) ? value : joined(before[name], value),
  ]);
  return Object.fromEntries(entries);
}

function joined(before: unknown, after: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(after)) return [...before, ...after];
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return after;
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, joined(readPath(before, [name]), value)]),
  );
}

function missing(): Response {
  return Response.json({ message: 'not found' }, { status: 404 });
}

/** A refusal such as APIs give when a new record lacks a required field; undefined when it lacks none. */
function refusal(record: Json, required: readonly (readonly string[])[]): Response | undefined {
  const lacking = required.filter((path) => {
    const value = readPath(record, path);
    return (
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    );
  });
  if (lacking.length === 0) return undefined;
  return Response.json(
    { message: `required: ${lacking.map((path) => path.join('.')).join(', ')}` },
    { status: 400 },
  );
}
