import { isObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import { oneLine } from '../../../core/text/index.ts';
import type { ApiDescription, EntitySummary, Finding, Warning } from '../../../model/index.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import { envPrefix, systemName } from '../../naming/system-name.ts';
import { sentence, words } from '../../naming/words.ts';
import { describeSchemas } from '../describe-schemas.ts';
import { RecordNames } from '../json-schema/records/record-names.ts';
import type { Loader } from '../loader.ts';
import { addressOf } from '../openapi/server.ts';
import { brokerAddress } from './broker-address.ts';
import { brokerAuth } from './broker-auth.ts';
import { messageSchemas } from './message-schemas.ts';
import { type Message, readMessages } from './read-messages.ts';

/** AsyncAPI 1 to 3: the records are the messages' payloads. */
export const asyncapiLoader: Loader = {
  name: 'asyncapi',
  recognise({ value }) {
    const version = property(value, 'asyncapi');
    if (typeof version !== 'string' && typeof version !== 'number') return undefined;
    return `asyncapi-${String(version).split('.').slice(0, 2).join('.').slice(0, 20)}`;
  },
  load: describe,
};

function describe({ source, value, warnings }: Opened, format: string): ApiDescription {
  if (!isObject(value)) throw notASpec('it is an AsyncAPI document that is no object');
  const reader = new SchemaReader(value);
  const messages = readMessages(reader);
  const read = messageSchemas(value, messages);
  const entities = entitiesOf(new SchemaReader(read.document), messages, read.places);
  if (entities.length === 0) {
    throw notASpec(
      messages.length === 0
        ? 'its AsyncAPI document has no message'
        : 'no message of its AsyncAPI document has a payload whose fields are described',
      'Give the document with the schemas of its messages, and the files it refers to beside it',
    );
  }
  const info = property(value, 'info');
  const title = oneLine(textOf(property(info, 'title')) ?? 'Untitled events', 200);
  const server = brokerAddress(reader);
  const system = systemName(title, server?.host ?? '');
  const auth = brokerAuth(reader);
  return describeSchemas({
    source,
    format,
    title,
    version: String(property(info, 'version') ?? ''),
    system,
    document: read.document,
    entities,
    api: { protocol: 'events', ...addressOf(server, envPrefix(system)) },
    patterns: { auth, webhooks: channelFindings(reader, messages) },
    warnings: [...warnings, ...read.warnings, ...ownWarnings(messages, entities, auth, server !== null)],
  });
}

function entitiesOf(
  reader: SchemaReader,
  messages: readonly Message[],
  places: readonly string[],
): EntitySummary[] {
  const names = new RecordNames();
  return messages.flatMap((message, index): EntitySummary[] => {
    const located = reader.at(places[index] ?? '');
    if (located === undefined) return [];
    const shape = reader.shape(located);
    const record = shape.properties.size > 0 ? located : shape.items;
    const fieldCount = record === undefined ? 0 : reader.shape(record).properties.size;
    // `user.created` is one name, not a path to `created`.
    const spellings = [message.names[0] ?? '', ...message.names];
    const named =
      record === undefined || fieldCount === 0
        ? undefined
        : names.take(
            ...spellings.map((name, place) => (place === 0 ? name.replaceAll(/[./#]/g, ' ') : name)),
          );
    if (record === undefined || named === undefined) return [];
    return [
      {
        name: named.name,
        label: sentence(words(named.name)),
        aliases: named.aliases,
        operations: {},
        fieldCount,
        schemaAt: record.at,
      },
    ];
  });
}

/** The channels in which events come; where one carries them all, the events by their own names. */
function channelFindings(reader: SchemaReader, messages: readonly Message[]): Finding[] {
  for (const container of ['channels', 'topics']) {
    const channels = Object.entries(objectOf(reader.at(`/${container}`)?.node));
    if (channels.length === 0) continue;
    const addresses = channels.map(([key, channel]) => textOf(property(channel, 'address')) ?? key);
    const names = messages.map((message) => message.names[0] ?? '');
    const events = (channels.length === 1 && names.length > 1 ? names : addresses)
      .slice(0, 100)
      .map((name) => name.slice(0, 200));
    return [{ kind: 'declared', detail: { events }, evidence: `channels at /${container}`, confidence: 0.9 }];
  }
  return [];
}

function ownWarnings(
  messages: readonly Message[],
  entities: readonly EntitySummary[],
  auth: readonly Finding[],
  hasServer: boolean,
): Warning[] {
  const warnings: Warning[] = [];
  const without = messages.length - entities.length;
  if (without > 0) {
    warnings.push({
      code: 'messages_without_fields',
      message: `${without} messages have no payload whose fields are described, and are left out`,
      at: '',
    });
  }
  if (!hasServer)
    warnings.push({ code: 'no_server', message: 'The document names no server', at: '/servers' });
  if (auth.length === 0) {
    const message = 'The document says nothing of authentication';
    warnings.push({ code: 'no_auth', message, at: '/components/securitySchemes' });
  }
  return warnings;
}
