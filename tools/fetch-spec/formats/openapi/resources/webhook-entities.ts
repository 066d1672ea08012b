import { isObject } from '../../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../../core/openapi/schema-reader.ts';
import type { EntitySummary } from '../../../../model/index.ts';
import { camelCase, entityName, sentence, words } from '../../../naming/words.ts';
import { bodyOf } from '../http-call.ts';
import { findRecord } from './envelope.ts';

/** What happened to a record: `contact.created`, `newPet`, `orderPlaced`. */
const event =
  /^(?:new|on|created?|updated?|deleted?|removed?|added|changed?|modified|placed|completed|cancell?ed|received|events?|webhooks?|hooks?|notifications?|callbacks?)$/;

/**
 * Record types of a document that only says what it sends: the bodies of its webhooks, out of their envelope. Those that are
 * named schemas are left out: they are listed by that name. No operations.
 */
export function webhookEntities(reader: SchemaReader): EntitySummary[] {
  const found = new Map<string, EntitySummary>();
  for (const { key, body } of webhookBodies(reader)) {
    const about = words(key).filter((word) => !event.test(word));
    const name = entityName(camelCase(about)) || entityName(key);
    const { record } = findRecord(reader, body, [...about, about.join('_'), name]);
    const shape = reader.shape(record);
    const isNamed = /^\/components\/schemas\/[^/]+$/.test(shape.at);
    if (name === '' || isNamed || shape.properties.size === 0 || found.has(name)) continue;
    found.set(name, {
      name,
      label: sentence(words(name)),
      aliases: key === name ? [] : [key],
      operations: {},
      fieldCount: shape.properties.size,
      schemaAt: record.at,
    });
  }
  return [...found.values()];
}

function webhookBodies(reader: SchemaReader): { key: string; body: Located }[] {
  return ['/webhooks', '/x-webhooks'].flatMap((pointer) => {
    const hooks = reader.at(pointer);
    if (hooks === undefined || !isObject(hooks.node)) return [];
    return Object.keys(hooks.node).flatMap((key) => {
      const item = reader.resolve(reader.child(hooks, key));
      if (item === undefined || !isObject(item.node)) return [];
      return Object.keys(item.node).flatMap((method) => {
        const request = reader.resolve(reader.child(item, method, 'requestBody'));
        const body = bodyOf(reader, request);
        return body === undefined ? [] : [{ key, body: body.schema }];
      });
    });
  });
}
