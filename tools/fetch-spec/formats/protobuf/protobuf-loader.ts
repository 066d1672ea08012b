import { oneLine } from '../../../core/text/index.ts';
import type { ApiDescription, Warning } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { envPrefix } from '../../naming/system-name.ts';
import { words } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import type { Loader } from '../loader.ts';
import { type ProtoCall, protoCalls } from './calls/proto-calls.ts';
import { parseProto } from './parse-proto.ts';
import { protoEntities } from './proto-entities.ts';
import { protoPatterns } from './proto-patterns.ts';
import { optionText } from './schemas/options.ts';

/** Protocol Buffers: messages, services, and the HTTP calls they declare. */
export const protobufLoader: Loader = {
  name: 'protobuf',
  recognise({ syntax }) {
    return syntax === 'protobuf' ? 'protobuf' : undefined;
  },
  load: describe,
};

async function describe({ source, text, warnings }: Opened, format: string): Promise<ApiDescription> {
  const proto = await parseProto(text, source);
  const calls = protoCalls(proto);
  const { entities, schemas, unknown } = protoEntities(proto, calls);
  if (entities.length === 0) {
    throw notASpec(
      'its protobuf has no message with fields',
      'Give the .proto file that defines the messages',
    );
  }
  const parts = proto.package.split('.').filter((part) => part !== '');
  const version = parts.findLast((part) => /^v\d+\w*$/.test(part)) ?? '';
  const named = words(parts.filter((part) => part !== version).join(' '));
  const title = named.length > 0 ? named.join(' ') : words(source.name).join(' ') || 'protobuf';
  const system = title.replaceAll(' ', '-').slice(0, 40);
  const patterns = protoPatterns(calls);
  return describeSchemas({
    source,
    format,
    title,
    version,
    system,
    document: { components: { schemas } },
    entities,
    api: {
      protocol: calls.some(({ http }) => http !== undefined) ? 'rest' : 'grpc',
      ...addressOf(calls),
      ...(patterns.auth?.length === 0 ? {} : { auth: tokenOf(system) }),
    },
    patterns,
    warnings: [...warnings, ...proto.warnings, ...ownWarnings(calls, unknown, patterns.auth?.length === 0)],
  });
}

/** The host that a service declares. */
function addressOf(calls: readonly ProtoCall[]): { baseUrl?: string; variables?: [] } {
  const host = calls
    .map(({ service }) => optionText(service, '(google.api.default_host)'))
    .find((name) => name !== null);
  return host !== undefined && host !== null && /^[\w.-]+(?::\d+)?$/.test(host)
    ? { baseUrl: `https://${host}`, variables: [] }
    : {};
}

function tokenOf(system: string): ApiDescription['api']['auth'] {
  const env = `${envPrefix(system)}_ACCESS_TOKEN`;
  return { kind: 'bearer', credentials: [{ env, description: 'Access token', secret: true }] };
}

function ownWarnings(calls: readonly ProtoCall[], unknown: readonly string[], noAuth: boolean): Warning[] {
  const warnings: Warning[] = [];
  if (unknown.length > 0) {
    const some = oneLine(unknown.slice(0, 5).join(', '), 300);
    const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : '';
    warnings.push({
      code: 'unresolved_reference',
      message: `These types are not defined in the files that were read: ${some}${more}`,
      at: '',
    });
  }
  if (calls.length === 0) {
    warnings.push({
      code: 'no_operations',
      message: 'The file defines messages only; calls are unknown',
      at: '',
    });
  }
  if (noAuth) warnings.push({ code: 'no_auth', message: 'The file says nothing of authentication', at: '' });
  return warnings;
}
