import { arrayOf, isObject, type Json, objectOf, property, textOf } from '../../../core/json/json.ts';
import type { Located, SchemaReader } from '../../../core/openapi/schema-reader.ts';

/** A message of the document, wherever it is defined. */
export interface Message {
  /** Where it stands, references followed. */
  readonly at: string;
  readonly node: Json;
  /** What it may be called, the best first. */
  readonly names: readonly string[];
  /** Addresses of the channels it travels in. */
  readonly channels: readonly string[];
}

const maxMessages = 5_000;

interface Mutable extends Message {
  readonly channels: string[];
}

/**
 * All messages: those of channels (2.x: by publish and subscribe; 3.x: by name; 1.x: topics), then those that are only
 * defined among the components.
 */
export function readMessages(reader: SchemaReader): Message[] {
  const found = new Map<string, Mutable>();
  // Unions may hold each other: each is entered once for a channel.
  const entered = new Set<string>();
  const add = (located: Located | undefined, key: string, channel: string | null): void => {
    const resolved = reader.resolve(located);
    if (resolved === undefined || !isObject(resolved.node)) return;
    const variants = arrayOf(property(resolved.node, 'oneOf'));
    if (variants.length > 0) {
      const mark = `${channel ?? ''}\n${resolved.at}`;
      if (entered.has(mark)) return;
      entered.add(mark);
      for (const index of variants.keys()) add(reader.child(resolved, 'oneOf', String(index)), key, channel);
      return;
    }
    const known = found.get(resolved.at);
    if (known !== undefined) {
      if (channel !== null && !known.channels.includes(channel)) known.channels.push(channel);
      return;
    }
    if (found.size >= maxMessages) return;
    const own = ['name', 'messageId', 'title'].map((name) => textOf(property(resolved.node, name)));
    // `…/messages/userCreated` names it as well as anything.
    const last = /\/messages\/([^/]+)$/.exec(resolved.at)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
    const names = [own[0], own[1], last, own[2], key].filter(
      (name): name is string => typeof name === 'string',
    );
    found.set(resolved.at, {
      at: resolved.at,
      node: resolved.node,
      names,
      channels: channel === null ? [] : [channel],
    });
  };
  for (const container of ['channels', 'topics']) {
    const channels = reader.at(`/${container}`);
    for (const key of Object.keys(objectOf(channels?.node))) {
      const channel = channels === undefined ? undefined : reader.resolve(reader.child(channels, key));
      if (channel === undefined) continue;
      const address = textOf(property(channel.node, 'address')) ?? key;
      const messages = reader.child(channel, 'messages');
      for (const name of Object.keys(objectOf(messages?.node))) {
        add(messages === undefined ? undefined : reader.child(messages, name), name, address);
      }
      for (const action of ['publish', 'subscribe']) {
        const operation = reader.resolve(reader.child(channel, action));
        if (operation === undefined) continue;
        // In 1.x the action is the message.
        const message = container === 'topics' ? operation : reader.child(operation, 'message');
        const id = textOf(property(operation.node, 'operationId'));
        add(message, id ?? key, address);
      }
    }
  }
  const components = reader.at('/components/messages');
  for (const key of Object.keys(objectOf(components?.node))) {
    add(components === undefined ? undefined : reader.child(components, key), key, null);
  }
  return [...found.values()];
}
