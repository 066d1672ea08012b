import { isObject, type Json, type JsonObject } from '../../../../core/json/json.ts';
import { formatPointer, readPointer } from '../../../../core/json/pointer.ts';
import { relatedKey } from '../../../front-door/bundle.ts';

/** Stands for the document where nothing names it. */
const nowhere = 'schema://document/';
/** Keywords whose values are data, not schemas. */
const data = new Set(['enum', 'const', 'default', 'example', 'examples']);

/** Where a schema stands: the part of the document with an id of its own, and that id. */
export interface Resource {
  readonly at: string;
  readonly base: string;
}

/** The ids and anchors of a document, so that every way to refer to a schema becomes a pointer. */
export class ReferenceIndex {
  readonly #document: JsonObject;
  readonly #places = new Map<string, string>();
  /** Anchors by their bare name, for references that name no base. */
  readonly #anchors = new Map<string, string>();

  constructor(document: JsonObject) {
    this.#document = document;
    this.#read(document, [], nowhere);
  }

  /** The resource that starts at a node, or the one around it. */
  resource(node: JsonObject, at: string, around: Resource): Resource {
    const id = idOf(node);
    const base = id === undefined ? undefined : URL.parse(id, around.base)?.href.split('#', 1)[0];
    return base === undefined || base === around.base ? around : { at, base };
  }

  /** The pointer a reference means, as a local `$ref`; undefined when what it means is not here. */
  resolve(reference: string, { at, base }: Resource): string | undefined {
    if (reference.startsWith(`#/${relatedKey}/`)) return reference;
    if (reference === '#' || reference === '') return `#${encode(at)}`;
    if (reference.startsWith('#/')) {
      const pointer = decode(reference.slice(1));
      const inside = at !== '' && readPointer(this.#document, at + pointer) !== undefined;
      return inside ? `#${encode(at + pointer)}` : reference;
    }
    const whole = URL.parse(reference, base)?.href ?? reference;
    const [file = '', fragment = ''] = whole.split('#', 2);
    const exact = this.#places.get(whole);
    if (exact !== undefined) return `#${encode(exact)}`;
    const target = this.#places.get(file);
    if (target !== undefined && (fragment === '' || fragment.startsWith('/'))) {
      return `#${encode(target + decode(fragment))}`;
    }
    const anchor = reference.startsWith('#') ? this.#anchors.get(fragment) : undefined;
    return anchor === undefined ? undefined : `#${encode(anchor)}`;
  }

  #read(node: Json, steps: readonly string[], around: string): void {
    if (Array.isArray(node)) {
      for (const [index, inner] of node.entries()) {
        if (typeof inner === 'object') this.#read(inner, [...steps, String(index)], around);
      }
      return;
    }
    if (!isObject(node)) return;
    let base = around;
    const id = idOf(node);
    if (id !== undefined) {
      const url = URL.parse(id, around)?.href;
      if (url !== undefined) {
        this.#note(url.replace(/#$/, ''), steps);
        base = url.split('#', 1)[0] ?? around;
      }
      if (id.startsWith('#')) this.#anchor(id.slice(1), steps);
    }
    for (const key of ['$anchor', '$dynamicAnchor']) {
      const anchor = Object.hasOwn(node, key) ? node[key] : undefined;
      if (typeof anchor !== 'string') continue;
      this.#note(`${base}#${anchor}`, steps);
      this.#anchor(anchor, steps);
    }
    for (const [key, inner] of Object.entries(node)) {
      if (typeof inner === 'object' && inner !== null && !data.has(key))
        this.#read(inner, [...steps, key], base);
    }
  }

  #note(url: string, steps: readonly string[]): void {
    if (!this.#places.has(url)) this.#places.set(url, formatPointer(steps));
  }

  #anchor(name: string, steps: readonly string[]): void {
    if (!this.#anchors.has(name)) this.#anchors.set(name, formatPointer(steps));
  }
}

/** The resource of a whole document. */
export const wholeDocument: Resource = { at: '', base: nowhere };

function idOf(node: JsonObject): string | undefined {
  const id = Object.hasOwn(node, '$id') ? node['$id'] : Object.hasOwn(node, 'id') ? node['id'] : undefined;
  return typeof id === 'string' && id.length < 2_000 ? id : undefined;
}

function decode(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

function encode(pointer: string): string {
  return pointer.replaceAll('%', '%25');
}
