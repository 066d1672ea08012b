import { referencesIn } from '../../core/documents/references.ts';
import { isObject, type Json, type JsonObject } from '../../core/json/json.ts';
import { formatPointer } from '../../core/json/pointer.ts';
import type { Warning } from '../../model/index.ts';
import type { Source } from '../source/source.ts';
import { openSource } from './open-source.ts';
import type { Opened } from './opened.ts';

/** Key of a document under which the documents it refers to are put. */
export const relatedKey = 'x-causeway-related';
/** Key of a document under which the references are listed that were not followed, once a warning says why. */
export const refusedKey = 'x-causeway-refused';
const shown = 20;
const maxDocuments = 100;
const maxBytes = 50 * 1024 * 1024;

/**
 * Puts the documents that this one refers to beside it, under `x-causeway-related`, and makes the references lead there.
 * References to what cannot be read stay as they are, with a warning that says why and where. A document without any is
 * answered as it is.
 */
export async function bundle(opened: Opened): Promise<Opened> {
  const { value } = opened;
  if (!isObject(value) || ![...referencesIn(value).keys()].some(isExternal)) return opened;
  const bundler = new Bundler();
  // A copy: what was read lazily is parsed for it.
  const document = structuredClone(value);
  await bundler.follow(document, opened.source, '');
  // Records may have a `$ref` of their own.
  const refused = isDescription(value) ? [...bundler.refused] : [];
  if (bundler.related.length === 0 && refused.length === 0) return opened;
  return {
    ...opened,
    value: {
      ...document,
      ...(bundler.related.length === 0 ? {} : { [relatedKey]: bundler.related }),
      ...(refused.length === 0 ? {} : { [refusedKey]: refused.map(([reference]) => reference) }),
    },
    warnings: [...opened.warnings, ...warningsOf(refused)],
  };
}

function isDescription(value: JsonObject): boolean {
  return ['openapi', 'swagger', 'asyncapi', '$schema', '$defs', 'definitions', 'components'].some((key) =>
    Object.hasOwn(value, key),
  );
}

/** Why a reference was not followed, and where it was first met. */
interface Refusal {
  readonly why: string;
  readonly at: string;
}

function warningsOf(refused: readonly (readonly [string, Refusal])[]): Warning[] {
  const code = 'external_ref';
  const all = refused.map(([reference, { why, at }]) => ({
    code,
    message: `The reference ${JSON.stringify(reference.slice(0, 200))} was not followed: ${why.slice(0, 300)}. What it stands for stays unknown`,
    at,
  }));
  if (all.length <= shown) return all;
  return [...all.slice(0, shown), { code, message: `${all.length - shown} more like these`, at: '' }];
}

function isExternal(reference: string): boolean {
  return !reference.startsWith('#') && reference.trim() !== '';
}

class Bundler {
  readonly related: Json[] = [];
  /** Place of each document by where it came from; null for those that cannot be read. */
  readonly #places = new Map<string, string | null>();
  /** By the reference as it is written. */
  readonly refused = new Map<string, Refusal>();
  readonly #reasons = new Map<string, string>();
  #bytes = 0;

  /** Rewrites the references of one document, which stands at `base` of the bundle. */
  async follow(document: Json, source: Source, base: string): Promise<void> {
    for (const { node, at } of nodesWithReference(document)) {
      const reference = node['$ref'];
      if (typeof reference !== 'string') continue;
      const hash = reference.indexOf('#');
      const file = hash < 0 ? reference : reference.slice(0, hash);
      const fragment = hash < 0 ? '' : reference.slice(hash + 1);
      const place = file.trim() === '' ? base : await this.#placeOf(file, source);
      const why = place === null ? this.#reasons.get(keyOf(file, source)) : undefined;
      if (why !== undefined && !this.refused.has(reference)) {
        this.refused.set(reference, { why, at: base === '' ? at() : `${fileName(source)}#${at()}` });
      }
      // A fragment that is no pointer is an anchor of that document, and no longer unique here.
      if (place !== null && (fragment === '' || fragment.startsWith('/')))
        node['$ref'] = `#${place}${fragment}`;
    }
  }

  async #placeOf(file: string, from: Source): Promise<string | null> {
    const key = keyOf(file, from);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const refuse = (why: string) => this.#reasons.set(key, why);
    if (this.related.length >= maxDocuments) refuse(`more than ${maxDocuments} documents are not read`);
    const source = this.related.length >= maxDocuments ? undefined : await from.related(file, refuse);
    if (source !== undefined && this.#bytes + source.bytes.byteLength > maxBytes)
      refuse(`with it more than ${maxBytes / 1024 / 1024} MB would be read`);
    const place = source === undefined ? null : await this.#add(source);
    if (source !== undefined && place === null && !this.#reasons.has(key))
      refuse('what is there is neither JSON nor YAML');
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
function nodesWithReference(document: Json): { node: JsonObject; at: () => string }[] {
  const found: { node: JsonObject; at: () => string }[] = [];
  // Where a node stands is put together when it is asked for.
  const visit = (node: Json, at: () => string): void => {
    if (Array.isArray(node)) {
      for (const [index, inner] of node.entries()) visit(inner, () => `${at()}/${index}`);
    } else if (isObject(node)) {
      if (typeof node['$ref'] === 'string') found.push({ node, at });
      for (const [name, inner] of Object.entries(node)) {
        if (typeof inner === 'object') visit(inner, () => `${at()}${formatPointer([name])}`);
      }
    }
  };
  visit(document, () => '');
  return found;
}

function keyOf(file: string, { origin }: Source): string {
  return `${origin}\n${file}`;
}

function fileName({ origin }: Source): string {
  return origin.split(/[/\\]/).at(-1) ?? origin;
}
