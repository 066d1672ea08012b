import { type ParseError, parse as parseJsonc } from 'jsonc-parser';
import type { Json } from '../../../core/json/json.ts';
import type { Placed } from './block.ts';
import type { Documented, DocumentedCall, DocumentedObject } from './documented.ts';
import { type Endpoint, endpointsIn } from './endpoints.ts';
import type { DocField } from './field-row.ts';
import { fieldsOfList, fieldsOfTable } from './field-tables.ts';
import { pagingWords } from './paging-words.ts';
import { authOfCommand } from './schemes-in.ts';
import { serverIn } from './server-in.ts';

type Role = 'path' | 'query' | 'header' | 'request' | 'response' | 'object' | 'error' | null;

const maxProse = 400;
const telling =
  /\b(?:authenticat\w*|authoriz\w*|bearer|(?:api|access|secret|your)[ -]?key|header|oauth|basic auth|rate[ -]?limit|per (?:minute|second|hour)|429|retry-after|idempoten\w*|paginat\w*|cursors?|page size|per_page|next page|webhooks?|signature|hmac|deleted|archived|tombstone|updated[_ ]since|modified[_ ]since|bulk|batch)\b/i;

/** Reads one page into what was gathered so far. `page` is its name in evidence: `contacts.html`. */
export function readPage(blocks: readonly Placed[], page: string, into: Documented): void {
  new PageReader(page, into).read(blocks);
}

class PageReader {
  readonly #page: string;
  readonly #into: Documented;
  #heading = '';
  #role: Role = null;
  #call: DocumentedCall | undefined;
  #callLevel = 7;
  #object: DocumentedObject | undefined;
  #objectLevel = 7;
  /** Parameters that sentences of this section name, for the call that it is about. */
  #paging: string[] = [];

  constructor(page: string, into: Documented) {
    this.#page = page;
    this.#into = into;
  }

  read(blocks: readonly Placed[]): void {
    let level = 0;
    for (const block of blocks) {
      const at = block.anchor === '' ? this.#page : `${this.#page}#${block.anchor}`;
      switch (block.kind) {
        case 'heading':
          level = block.level;
          this.#enter(block.text, level, at);
          break;
        case 'text':
          this.#text(block.text, level, at);
          break;
        case 'code':
          this.#code(block.text, level, at);
          break;
        case 'table':
          this.#fields(fieldsOfTable(block.header, block.rows, at), at);
          for (const row of block.rows) this.#tell(row.join(' — '));
          break;
        case 'list':
          this.#fields(fieldsOfList(block.items, at), at);
          for (const item of block.items) {
            this.#tell(item.text);
            if (item.text.length < 300) this.#endpoints(endpointsIn(item.text), item.text, level, at);
          }
      }
    }
  }

  #enter(text: string, level: number, at: string): void {
    this.#heading = text;
    this.#role = roleOf(text);
    if (level <= this.#callLevel) this.#call = undefined;
    if (level <= this.#objectLevel) this.#object = undefined;
    this.#paging = [];
    this.#endpoints(endpointsIn(text), text, level, at);
    const name = objectName(text);
    if (name !== undefined) {
      this.#object = this.#objectOf(name, at);
      this.#objectLevel = level;
      this.#role = 'object';
    }
  }

  #text(text: string, level: number, at: string): void {
    this.#tell(text);
    if (text.length < 80) this.#role = roleOf(text) ?? this.#role;
    if (text.length < 400) this.#endpoints(endpointsIn(text), this.#heading, level, at);
    this.#paging.push(...pagingWords(text));
    this.#addPaging();
  }

  #code(text: string, level: number, at: string): void {
    const endpoints = endpointsIn(text);
    this.#endpoints(endpoints, this.#heading, level, at);
    for (const said of authOfCommand(text)) this.#into.prose.push(said);
    for (const sample of samplesIn(text)) {
      const sent = endpoints.length > 0 && /\s(?:-d|--data)/.test(text);
      if (this.#role === 'error') continue;
      if (this.#object !== undefined && this.#role === 'object') this.#object.samples.push(sample);
      else if (this.#call === undefined) continue;
      else if (sent || this.#role === 'request') this.#call.requestSamples.push(sample);
      else this.#call.responseSamples.push(sample);
    }
  }

  #endpoints(endpoints: readonly Endpoint[], summary: string, level: number, at: string): void {
    for (const endpoint of endpoints) {
      const known = this.#into.calls.find(
        (call) =>
          call.endpoint.method === endpoint.method && plain(call.endpoint.path) === plain(endpoint.path),
      );
      const call = known ?? {
        endpoint,
        summary: summary.slice(0, 200),
        at,
        parameters: [],
        request: [],
        response: [],
        requestSamples: [],
        responseSamples: [],
      };
      if (known === undefined) this.#into.calls.push(call);
      // A list of all calls does not start any of them.
      if (endpoints.length === 1) {
        this.#call = call;
        this.#callLevel = level === 0 ? 7 : level;
        if (this.#role === 'object') this.#role = null;
        this.#addPaging();
      }
    }
  }

  #addPaging(): void {
    if (this.#call?.endpoint.method !== 'GET') return;
    const { query } = this.#call.endpoint;
    query.push(...this.#paging.filter((name) => !query.includes(name)));
    this.#paging = [];
  }

  #fields(fields: readonly DocField[], at: string): void {
    if (fields.length === 0 || this.#role === 'error') return;
    if (this.#role === 'object' || this.#call === undefined) {
      const object = this.#object ?? this.#objectOf(nameOfHeading(this.#heading), at);
      if (object !== undefined) object.fields.push(...fields);
      return;
    }
    const { endpoint, parameters, request, response } = this.#call;
    for (const field of fields) {
      const place =
        field.place ?? (this.#role === 'request' || this.#role === 'response' ? null : this.#role);
      if (endpoint.path.includes(`{${field.field.path}}`)) parameters.push({ ...field, place: 'path' });
      else if (place === 'path' || place === 'query' || place === 'header')
        parameters.push({ ...field, place });
      else if (this.#role === 'response') response.push(field);
      else if (endpoint.method === 'GET' || endpoint.method === 'DELETE')
        parameters.push({ ...field, place: 'query' });
      else request.push(field);
    }
  }

  #objectOf(name: string | undefined, at: string): DocumentedObject | undefined {
    if (name === undefined) return undefined;
    let object = this.#into.objects.find((known) => known.name.toLowerCase() === name.toLowerCase());
    if (object === undefined) {
      object = { name, at, fields: [], samples: [] };
      this.#into.objects.push(object);
    }
    return object;
  }

  #tell(text: string): void {
    const server = serverIn(text);
    if (server !== null) this.#into.servers.push(server);
    if (telling.test(text) && this.#into.prose.length < maxProse) this.#into.prose.push(text.slice(0, 500));
  }
}

function roleOf(heading: string): Role {
  const text = heading.toLowerCase();
  if (/\berrors?\b|\bstatus codes?\b/.test(text)) return 'error';
  if (/\bpath param|\burl param|\buri param/.test(text)) return 'path';
  if (/\bquery\b|\bfilters?\b|\bsearch param/.test(text)) return 'query';
  if (/\bheaders?\b/.test(text)) return 'header';
  if (/\bresponse\b|\breturns?\b|\banswer\b|\boutput\b/.test(text)) return 'response';
  if (/\brequest\b|\bbody\b|\bpayload\b|\binput\b|\bparameters?\b|\barguments?\b/.test(text)) {
    return /\bbody\b|\brequest\b|\bpayload\b|\binput\b/.test(text) ? 'request' : null;
  }
  return /\b(?:attributes?|properties|fields|schema|object|resource|model)\b/.test(text) ? 'object' : null;
}

/** `The contact object`, `Contact attributes`, `Contact resource` → `contact`. */
function objectName(heading: string): string | undefined {
  const found =
    /^(?:the\s+)?([A-Za-z][\w ]{1,40}?)\s+(?:object|resource|model|schema|entity|attributes|properties|fields)$/i.exec(
      heading.trim(),
    )?.[1] ??
    /^(?:attributes|properties|fields) of (?:an?|the) ([A-Za-z][\w ]{1,40})$/i.exec(heading.trim())?.[1];
  return found === undefined ||
    /^(?:request|response|body|query|path|error|common|custom|list|additional|the|all|data)$/i.test(found)
    ? undefined
    : found;
}

function nameOfHeading(heading: string): string | undefined {
  const name = heading.replace(/^\d[\d.]*\s*/, '').trim();
  return /^[A-Za-z][\w /-]{1,40}$/.test(name) &&
    name.split(/\s+/).length <= 3 &&
    !/^(?:introduction|overview|changelog|parameters?|headers?|errors?|response|request|body|glossary)$/i.test(
      name,
    )
    ? name
    : undefined;
}

function plain(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

/** JSON in a code block: all of it, or what follows the command. Comments, trailing commas and `…` are tolerated. */
function samplesIn(text: string): Json[] {
  const found: Json[] = [];
  const body = /(?:-d|--data(?:-raw|-binary)?)\s+(['"])([\s\S]*?)\1\s*(?:\\|$|\n|-H)/.exec(text)?.[2];
  for (const candidate of [body, text]) {
    const from = candidate?.search(/[[{]/) ?? -1;
    if (candidate === undefined || from < 0 || (candidate === text && !/^\s*(?:HTTP\/|\/\/|[[{])/.test(text)))
      continue;
    const json = candidate.slice(from).replaceAll(/(?:,\s*)?(?:\.\.\.|…)(?=\s*[\]}])/g, '');
    const errors: ParseError[] = [];
    const value = parseJsonc(json, errors, { allowTrailingComma: true }) as Json | undefined;
    if (errors.length === 0 && typeof value === 'object' && value !== null) found.push(value);
  }
  return found;
}
