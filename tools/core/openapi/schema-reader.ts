import { type Json, type JsonObject, property } from '../json/json.ts';
import { formatPointer, readPointer, readStep } from '../json/pointer.ts';
import type { SchemaShape } from './draft.ts';
import { localPointer } from './local-pointer.ts';
import { indexNames, pointerOfName, repairPointer, type SchemaNames } from './schema-names.ts';
import { computeShape } from './schema-shape.ts';
import { indexSubtypes } from './subtypes.ts';

/** A node of a document and the JSON pointer at which it stands. */
export interface Located {
  readonly node: Json;
  readonly at: string;
  /** The places of which any one holds, this one among them: variants of a union say different things of a property. */
  readonly any?: readonly Located[];
  /** The places that hold together, this one among them, the outermost first: parts of an allOf share a property. */
  readonly all?: readonly Located[];
}

/**
 * Reads an OpenAPI document without ever dereferencing it as a whole: a `$ref` is followed when its target is asked for.
 * References into other files or hosts are never followed.
 */
export class SchemaReader {
  readonly document: JsonObject;
  readonly #shapes = new Map<string, SchemaShape>();
  #names: SchemaNames | undefined;
  #subtypes: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(document: JsonObject) {
    this.document = document;
  }

  /** The node at a pointer of this document, or undefined. */
  at(pointer: string): Located | undefined {
    const node = readPointer(this.document, pointer);
    return node === undefined ? undefined : { node: node as Json, at: pointer };
  }

  /** A property or element of a node; undefined when there is none. */
  child(parent: Located, ...steps: readonly string[]): Located | undefined {
    let node: unknown = parent.node;
    for (const step of steps) node = readStep(node, step);
    return node === undefined ? undefined : { node: node as Json, at: parent.at + formatPointer(steps) };
  }

  /**
   * The pointer that a `$ref` means: a pointer, an anchor, or an `$id` of this document. Undefined when it leads outside.
   * A pointer that leads nowhere but whose last step names a schema is taken for that schema.
   */
  pointerOf(ref: string): string | undefined {
    const pointer = localPointer(ref);
    if (pointer === '' || pointer?.startsWith('/')) {
      return this.at(pointer) === undefined ? (repairPointer(this.document, pointer) ?? pointer) : pointer;
    }
    this.#names ??= indexNames(this.document);
    return (
      pointerOfName(this.#names, ref) ??
      (/^[\w.-]+$/.test(ref) ? repairPointer(this.document, formatPointer([ref])) : undefined)
    );
  }

  /** Follows `$ref`s to what they mean; undefined when one leads nowhere, outside or in a circle. */
  resolve(located: Located | undefined): Located | undefined {
    let current = located;
    for (let hops = 0; current !== undefined && hops < 20; hops += 1) {
      const ref = property(current.node, '$ref');
      if (typeof ref !== 'string') return current;
      const pointer = this.pointerOf(ref);
      current = pointer === undefined ? undefined : this.at(pointer);
    }
    return undefined;
  }

  /** Pointers of the named schemas that have the schema at a pointer in their allOf. */
  madeOf(pointer: string): readonly string[] {
    this.#subtypes ??= indexSubtypes(this);
    return this.#subtypes.get(pointer) ?? [];
  }

  /** What a schema says once its references, allOf and unions are seen together. Nested schemas stay unread. */
  shape(located: Located): SchemaShape {
    // Schemas are met again and again through references.
    const isOne = located.any === undefined && located.all === undefined;
    const known = isOne ? this.#shapes.get(located.at) : undefined;
    if (known !== undefined) return known;
    const shape = computeShape(this, located);
    if (isOne) this.#shapes.set(located.at, shape);
    return shape;
  }
}
