import { RequestError } from '../errors/index.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { decode, indexJson, type Span } from './json-index.ts';

/** Below this size everything is parsed at once: an index would cost more than it saves. */
export const lazySize = 1024 * 1024;
/** Levels that are indexed: the document, `components`, `schemas`; what is in one schema is parsed when it is asked for. */
const levels = 3;
/** The only key that changes an object when it is assigned. */
const forbidden = '__proto__';

/** The text behind each lazy document, so that it can be stored as it came. */
const texts = new WeakMap<object, Uint8Array>();

/**
 * A large JSON object that looks like any other, whose members are parsed when they are first read. Undefined when the text
 * is small or no sound JSON object: then it is for an ordinary parser. A member that turns out to be broken throws
 * `not_a_spec` when it is read.
 */
export function lazyJson(bytes: Uint8Array): JsonObject | undefined {
  if (bytes.byteLength < lazySize) return undefined;
  const span = indexJson(bytes, levels);
  if (span?.members === undefined) return undefined;
  const document = materialise(bytes, span);
  texts.set(document, bytes);
  return document;
}

/** The text a lazy document was made of; undefined for other values. */
export function lazyText(document: Json): Uint8Array | undefined {
  return typeof document === 'object' && document !== null ? texts.get(document) : undefined;
}

function materialise(bytes: Uint8Array, { members = [] }: Span): JsonObject {
  const object: JsonObject = {};
  for (const { key, value } of members) {
    if (key === forbidden) continue;
    // The getter stays: turning it into a value would make the engine rebuild the object, each time.
    let read: Json | undefined;
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      get(): Json {
        read ??= value.members === undefined ? parse(bytes, value) : materialise(bytes, value);
        return read;
      },
    });
  }
  return object;
}

function parse(bytes: Uint8Array, { start, end }: Span): Json {
  const text = decode(bytes, start, end);
  try {
    const value = JSON.parse(text) as Json;
    return text.includes(forbidden) ? withoutForbidden(value) : value;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 150) : '';
    throw new RequestError(
      'not_a_spec',
      `This cannot be read as JSON: what starts at byte ${start} is broken: ${why}`,
      'Correct it at that place, or download it again',
      { cause },
    );
  }
}

/** Nesting is bounded by the index. */
function withoutForbidden(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value) && Object.hasOwn(value, forbidden)) delete value[forbidden];
  for (const inner of Object.values(value)) withoutForbidden(inner);
  return value;
}
