import type { SchemaShape } from '../../core/openapi/draft.ts';
import type { Located, SchemaReader } from '../../core/openapi/schema-reader.ts';
import type { Field } from '../../model/index.ts';
import { maxFields, maxSteps } from '../limits.ts';
import { type FieldContext, makeField } from './make-field.ts';
import { isLinks, isNamedReference, nestedList } from './shapes.ts';

/** Most nested objects that are walked: records that hold each other grow with every level. */
const maxObjects = 2_000;

export interface Projection {
  readonly fields: readonly Field[];
  /** Paths at which a schema meets itself again and is cut. */
  readonly circular: readonly string[];
  /** Paths below which more is described than was projected. */
  readonly cut: readonly string[];
}

/** What holds for a property by where it stands. */
interface Place {
  /** Position among its siblings, level by level: fields come in the document's order. */
  readonly order: readonly number[];
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
}

/** An object whose properties are still to be walked. */
interface Node extends Place {
  readonly shape: SchemaShape;
  readonly path: string;
  readonly steps: number;
  /** References on the way here. */
  readonly above: ReadonlySet<string>;
}

/**
 * Projects the fields of one record out of a document: nested ones as `a.b`, repeated ones as `a[].b`. Walks level by
 * level, so that the cap on fields takes the deepest away. `entityAt` names the record type whose schema stands at a
 * pointer.
 */
export function project(
  reader: SchemaReader,
  record: Located,
  entityAt: (pointer: string) => string | null,
): Projection {
  return new Projector(reader, entityAt).run(record);
}

class Projector {
  readonly #reader: SchemaReader;
  readonly #entityAt: (pointer: string) => string | null;
  readonly #found: { field: Field; order: readonly number[] }[] = [];
  readonly #circular: string[] = [];
  readonly #cut: string[] = [];
  readonly #queue: Node[] = [];
  #walked = 0;

  constructor(reader: SchemaReader, entityAt: (pointer: string) => string | null) {
    this.#reader = reader;
    this.#entityAt = entityAt;
  }

  run(record: Located): Projection {
    const shape = this.#reader.shape(record);
    const above = new Set([shape.at, ...shape.refs]);
    const place = { order: [], required: true, readOnly: false, writeOnly: false };
    this.#queue.push({ ...place, shape, above, path: '', steps: 0 });
    for (let node = this.#queue.shift(); node !== undefined; node = this.#queue.shift()) this.#walk(node);
    this.#found.sort((a, b) => compare(a.order, b.order));
    return { fields: this.#found.map(({ field }) => field), circular: this.#circular, cut: this.#cut };
  }

  #walk(node: Node): void {
    let position = 0;
    for (const [name, located] of node.shape.properties) {
      const shape = this.#reader.shape(located);
      const place: Place = {
        order: [...node.order, position],
        required: node.shape.required.has(name),
        readOnly: node.readOnly || shape.keywords['readOnly'] === true,
        writeOnly: node.writeOnly || shape.keywords['writeOnly'] === true,
      };
      position += 1;
      if (!isLinks(this.#reader, name, shape)) this.#property(node, stepOf(name), shape, located.at, place);
    }
  }

  #property(node: Node, step: string, shape: SchemaShape, at: string, place: Place): void {
    if (shape.idOf !== undefined) {
      this.#leaf(node, step, shape, place, { at, reference: this.#entityAt(shape.idOf) });
    } else if (isNamedReference(shape)) this.#namedReference(node, step, shape, place);
    else if (meets(node, shape)) {
      this.#circular.push(join(node.path, step));
      this.#leaf(node, step, shape, place, { at, reference: this.#entityAt(shape.at) }, 'object');
    } else if (shape.items !== undefined) this.#list(node, step, shape.items, shape, at, place);
    else {
      const list = nestedList(this.#reader, shape);
      const items = list === undefined ? undefined : this.#reader.shape(list.located).items;
      if (list !== undefined && items !== undefined) {
        this.#list(node, `${step}.${stepOf(list.name)}`, items, shape, at, place);
      } else if (shape.properties.size > 0) this.#object(node, step, shape, at, place);
      else this.#leaf(node, step, shape, place, { at }, container(shape));
    }
  }

  #object(node: Node, step: string, shape: SchemaShape, at: string, place: Place): void {
    const steps = node.steps + step.split(/(?<!\\)\./).length;
    const path = join(node.path, step);
    if (steps >= maxSteps || this.#walked >= maxObjects) {
      this.#cut.push(path);
      this.#leaf(node, step, shape, place, { at }, 'object');
      return;
    }
    this.#walked += 1;
    const above = new Set([...node.above, shape.at, ...shape.refs]);
    this.#queue.push({ ...place, required: node.required && place.required, shape, path, steps, above });
  }

  #list(node: Node, step: string, items: Located, shape: SchemaShape, at: string, place: Place): void {
    const element = this.#reader.shape(items);
    if (meets(node, element)) {
      this.#circular.push(join(node.path, step));
      this.#leaf(node, step, shape, place, { at, reference: this.#entityAt(element.at) }, 'array');
    } else if (isNamedReference(element) && element.properties.size <= 5) {
      this.#namedReference(node, `${step}[]`, element, place);
    } else if (element.idOf === undefined && element.properties.size > 0) {
      this.#object(node, `${step}[]`, element, items.at, place);
    } else if (element.types.size > 0 && container(element) === undefined) {
      const reference = element.idOf === undefined ? null : this.#entityAt(element.idOf);
      // The list's own words describe its elements better than theirs do.
      const described = { ...element, keywords: { ...element.keywords, ...words(shape) } };
      this.#leaf(node, `${step}[]`, described, place, { at, reference });
    } else this.#leaf(node, step, shape, place, { at }, 'array');
  }

  /** `{id, refName}` → `x.id`, which points at a record or is chosen from a list, and its name to be read. */
  #namedReference(node: Node, step: string, shape: SchemaShape, place: Place): void {
    const id = shape.properties.get('id');
    const name = shape.properties.get('refName');
    if (id === undefined || name === undefined) return;
    const idShape = this.#reader.shape(id);
    const text = words(shape);
    const labelled = { ...idShape, keywords: { ...idShape.keywords, ...text, title: text['title'] ?? '' } };
    const reference = idShape.enum.length > 0 ? null : (this.#entityAt(shape.at) ?? schemaName(shape.at));
    const at = (index: number): Place => ({ ...place, order: [...place.order, index] });
    this.#leaf(node, `${step}.id`, labelled, at(0), { at: id.at, reference });
    const nameShape = this.#reader.shape(name);
    this.#leaf(
      node,
      `${step}.refName`,
      nameShape,
      { ...at(1), required: false, readOnly: true },
      { at: name.at },
    );
  }

  #leaf(
    node: Node,
    step: string,
    shape: SchemaShape,
    { order, required, readOnly, writeOnly }: Place,
    more: Pick<FieldContext, 'at'> & Partial<FieldContext>,
    as?: 'object' | 'array',
  ): void {
    const path = join(node.path, step);
    if (this.#found.length >= maxFields) {
      this.#cut.push(path);
      return;
    }
    const context: FieldContext = {
      path,
      required: required && node.required,
      requiredWhen: required && !node.required ? `when ${node.path.replace(/\[\]$/, '')} is given` : null,
      readOnly,
      writeOnly,
      reference: null,
      ...more,
    };
    this.#found.push({ field: makeField(shape, context, as), order });
  }
}

/** Is the schema one of those it is inside of? */
function meets(node: Node, shape: SchemaShape): boolean {
  return node.above.has(shape.at) || [...shape.refs].some((ref) => node.above.has(ref));
}

/** Object or array without a described inside; undefined for scalars. */
function container(shape: SchemaShape): 'object' | 'array' | undefined {
  if (shape.types.has('array') || shape.items !== undefined) return 'array';
  return shape.types.has('object') || shape.map !== undefined ? 'object' : undefined;
}

/** Title and description, which an outer schema gives better than an inner one. */
function words({ keywords }: SchemaShape): SchemaShape['keywords'] {
  return Object.fromEntries(
    Object.entries(keywords).filter(([name]) => name === 'title' || name === 'description'),
  );
}

/** `/components/schemas/customer` → `customer`; null for others and for those that stand for any record. */
function schemaName(pointer: string): string | null {
  const name = /^\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1];
  return name === undefined || /resource$/i.test(name)
    ? null
    : name.replaceAll('~1', '/').replaceAll('~0', '~');
}

function join(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}

/** A property name as a step of a path. */
function stepOf(name: string): string {
  return name.replaceAll('.', '\\.');
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}
