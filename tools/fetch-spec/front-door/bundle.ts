import { referencesIn } from '../../core/documents/references.ts';
import { isObject, type Json, type JsonObject } from '../../core/json/json.ts';
import { formatPointer } from '../../core/json/pointer.ts';
import type { Source } from '../source/source.ts';
import { openSource } from './open-source.ts';
import type { Opened } from './opened.ts';

/** Key of a document under which the documents it refers to are put. */
export const relatedKey = 'x-causeway-related';
const maxDocuments = 100;
const maxBytes = 50 * 1024 * 1024;

/**
 * Puts the documents that this one refers to beside it, under `x-causeway-related`, and makes the references lead there.
 * References to what cannot be read stay as they are. A document without any is answered as it is.
 */
export async function bundle(opened: Opened): Promise<Opened> {
  const { value } = opened;
  if (!isObject(value) || ![...referencesIn(value).keys()].some(isExternal)) return opened;
  const bundler = new Bundler();
  // A copy: what was read lazily is parsed for it.
  const document = structuredClone(value);
  await bundler.follow(document, opened.source, '');
  if (bundler.related.length === 0) return opened;
  return { ...opened, value: { ...document, [relatedKey]: bundler.related } };
}

function isExternal(reference: string): boolean {
  return !reference.startsWith('#') && reference.trim() !== '';
}

class Bundler {
  readonly related: Json[] = [];
  /** Place of each document by where it came from; null for those that cannot be read. */
  readonly #places = new Map<string, string | null>();
  #bytes = 0;

  /** Rewrites the references of one document, which stands at `base` of the bundle. */
  async follow(document: Json, source: Source, base: string): Promise<void> {
    for (const node of nodesWithReference(document)) {
      const reference = node['$ref'];
      if (typeof reference !== 'string') continue;
      const hash = reference.indexOf('#');
      const file = hash < 0 ? reference : reference.slice(0, hash);
      const fragment = hash < 0 ? '' : reference.slice(hash + 1);
      const place = file.trim() === '' ? base : await this.#placeOf(file, source);
      // A fragment that is no pointer is an anchor of that document, and no longer unique here.
      if (place !== null && (fragment === '' || fragment.startsWith('/')))
        node['$ref'] = `#${place}${fragment}`;
    }
  }

  async #placeOf(file: string, from: Source): Promise<string | null> {
    const key = `${from.origin}\n${file}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const source = this.related.length >= maxDocuments ? undefined : await from.related(file);
    const place = source === undefined ? null : await this.#add(source);
    this.#places.set(key, place);
    return place;
  }

  async #add(source: Source): Promise<string | null> {
    const known = this.#places.get(source.origin);
    if (known !== undefined) return known;
    this.#bytes += source.bytes.byteLength;
    const value = this.#bytes > maxBytes ? null : parse(source);
    if (value === null) return null;
    const place = formatPointer([relatedKey, String(this.related.length)]);
    this.#places.set(source.origin, place);
    const document = structuredClone(value);
    this.related.push(document);
    await this.follow(document, source, place);
    return place;
  }
}

function parse(source: Source): Json | null {
  try {
    return openSource(source).value;
  } catch {
    return null;
  }
}

/** Objects that have a `$ref`, gathered first: they are changed afterwards. */
function nodesWithReference(document: Json): JsonObject[] {
  const found: JsonObject[] = [];
  const visit = (node: Json): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isObject(node)) {
      if (typeof node['$ref'] === 'string') found.push(node);
      for (const inner of Object.values(node)) if (typeof inner === 'object') visit(inner);
    }
  };
  visit(document);
  return found;
}
