import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { formatPointer } from '../json/pointer.ts';
import { lazyText } from './lazy-json.ts';

/**
 * Every `$ref` of a document once, with the pointer at which it was seen first. In a document that is read lazily nothing is
 * parsed for it, and the place is ''.
 */
export function referencesIn(document: JsonObject): ReadonlyMap<string, string> {
  const bytes = lazyText(document);
  return bytes === undefined ? walk(document) : scan(bytes);
}

function walk(document: JsonObject): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Json, at: () => string): void => {
    if (Array.isArray(node)) {
      for (const [index, inner] of node.entries()) visit(inner, () => `${at()}/${index}`);
    } else if (isObject(node)) {
      for (const [name, inner] of Object.entries(node)) {
        if (name === '$ref' && typeof inner === 'string') {
          if (!found.has(inner)) found.set(inner, at());
        } else if (typeof inner === 'object' && inner !== null) {
          visit(inner, () => `${at()}${formatPointer([name])}`);
        }
      }
    }
  };
  visit(document, () => '');
  return found;
}

function scan(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, string>();
  const mark = '"$ref"';
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + mark.length)) {
    const head = buffer.toString('latin1', at + mark.length, at + mark.length + 400);
    const text = /^\s*:\s*"([^"\\]*)"/.exec(head)?.[1];
    if (text !== undefined && !found.has(text)) found.set(text, '');
  }
  return found;
}
