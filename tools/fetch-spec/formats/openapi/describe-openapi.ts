import { type JsonObject, property, textOf } from '../../../core/json/json.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import { Api, type ApiDescription, type EntitySummary, type Warning } from '../../../model/index.ts';
import { envPrefix, systemName } from '../../naming/system-name.ts';
import { checkRefs } from './check-refs.ts';
import { readCalls } from './http-call.ts';
import { readPatterns } from './patterns/read-patterns.ts';
import { readAuth } from './read-auth.ts';
import { readErrors } from './read-errors.ts';
import { readEntities } from './resources/read-entities.ts';
import { schemaEntities } from './resources/schema-entities.ts';
import { webhookEntities } from './resources/webhook-entities.ts';
import { addressOf, readServer } from './server.ts';

export interface OpenApiInput {
  readonly document: JsonObject;
  readonly format: string;
  readonly origin: string;
  /** The system's name where the format says it; otherwise it is made of title and host. */
  readonly system?: string;
}

/** An OpenAPI document as an ApiDescription: record types, operations, patterns. Never throws on what is in it. */
export function describeOpenApi({ document, format, origin, system: known }: OpenApiInput): ApiDescription {
  const reader = new SchemaReader(document);
  const info = property(document, 'info');
  const title = textOf(property(info, 'title'))?.slice(0, 200) ?? 'Untitled API';
  const server = readServer(document, origin);
  const system = known ?? systemName(title, server?.host ?? '');
  const env = envPrefix(system);
  const calls = readCalls(reader);
  const warnings: Warning[] = checkRefs(document);
  const fromPaths = readEntities(reader, calls, server?.prefix ?? '', warnings);
  const entities = fromPaths.length > 0 ? fromPaths : withoutCalls(reader);
  const auth = readAuth(reader, env, server?.host ?? '', calls);
  const errors = readErrors(reader, calls);
  const patterns = readPatterns(reader, calls, entities, auth.findings, errors.findings);
  const idempotency = patterns.idempotency.find((finding) =>
    /idempoten/i.test(String(finding.detail['header'])),
  );
  const warn = (code: string, message: string, at = '') => warnings.push({ code, message, at });
  if (server === null)
    warn('no_server', 'The description names no server; the host is asked for as a setting', '/servers');
  if (fromPaths.length === 0) {
    warn(
      'no_operations',
      'No record types were recognised among the paths; the named schemas and the bodies of webhooks are offered, without calls',
    );
  }
  if (auth.auth === null) {
    const none = auth.findings.length === 0 ? 'says nothing of' : 'has no usable scheme for';
    warn('no_auth', `The description ${none} authentication`, '/components/securitySchemes');
  }
  return {
    system,
    title,
    version: String(property(info, 'version') ?? '').slice(0, 100),
    format,
    origin,
    api: Api.parse({
      ...addressOf(server, env),
      ...(auth.auth === null ? {} : { auth: auth.auth }),
      errors: errors.errors,
      requestIdHeader: errors.requestIdHeader,
      idempotencyHeader: idempotency === undefined ? null : String(idempotency.detail['header']),
      docs: docsOf(document),
    }),
    warnings,
    entities,
    patterns,
    document,
    catalog: null,
  };
}

/** What is described without calls: named schemas, then bodies of webhooks that are none. */
function withoutCalls(reader: SchemaReader): EntitySummary[] {
  const named = schemaEntities(reader);
  const taken = new Set(named.map(({ name }) => name));
  return [...named, ...webhookEntities(reader).filter(({ name }) => !taken.has(name))];
}

function docsOf(document: JsonObject): string | null {
  const url = textOf(property(property(document, 'externalDocs'), 'url'));
  return url !== null && URL.canParse(url) ? url : null;
}
