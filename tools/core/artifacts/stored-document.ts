import { createHash } from 'node:crypto';
import { lazyJson, lazyText } from '../documents/lazy-json.ts';
import { isObject, type Json, type JsonObject, property } from '../json/json.ts';

/** Key under which a stored description names the text of its document. */
const textKey = 'x-causeway-document';

/** A value whose `document` was put aside, and the text of it. */
export interface SplitDocument {
  readonly value: unknown;
  /** `document_` and a digest of the text. */
  readonly id: string;
  readonly text: string;
}

/**
 * Puts the document of a description aside: it is stored as the text that it came as, in its own order, and never has to be
 * parsed or written as a whole again. Undefined for values without one.
 */
export function splitDocument(value: unknown): SplitDocument | undefined {
  const document = property(value, 'document');
  if (!isObject(value) || !isObject(document) || Object.keys(document).length === 0) return undefined;
  const bytes = lazyText(document);
  const text = bytes === undefined ? JSON.stringify(document) : Buffer.from(bytes).toString('utf8');
  const id = `document_${createHash('sha256')
    .update(bytes ?? text)
    .digest('hex')
    .slice(0, 24)}`;
  return { value: { ...value, document: { [textKey]: id } }, id, text };
}

/** The id of the document that a stored value put aside. */
export function documentIdOf(value: unknown): string | undefined {
  const id = property(property(value, 'document'), textKey);
  return typeof id === 'string' && /^document_[0-9a-f]{24}$/.test(id) ? id : undefined;
}

/** The value with its document back in place. */
export function joinDocument(value: unknown, document: JsonObject): unknown {
  return isObject(value) ? { ...value, document } : value;
}

/** The document of a stored text; a large one is parsed as it is read. */
export function parseDocument(text: string): JsonObject {
  return lazyJson(Buffer.from(text)) ?? (JSON.parse(text) as Json & JsonObject);
}
