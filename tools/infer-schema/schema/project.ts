import type { SchemaShape } from '../../core/openapi/draft.ts';
import { fieldFacts } from '../../core/openapi/field-facts.ts';
import type { Located, SchemaReader } from '../../core/openapi/schema-reader.ts';
import type { Field, Variant } from '../../model/index.ts';
import { maxFields, maxSteps } from '../limits.ts';
import { type FieldContext, makeField } from './make-field.ts';
import { saysReadOnly } from './says-read-only.ts';
import { isIdName, isLinks, isNamedReference, nestedList, variantsOf } from './shapes.ts';

/** Most nested objects that are walked: records that hold each other grow with every level. */
const maxObjects = 2_000;
const maxVariants = 200;

export interface Projection {
  readonly fields: readonly Field[];
  /** Paths at which a schema meets itself again and is cut. */
  readonly circular: readonly string[];
  /** Paths below which more is described than was projected. */
  readonly cut: readonly string[];
  /** Forms that the record, or a part of it, can take. */
  readonly variants: readonly Variant[];
}

/** What holds for a property by where it stands. */
interface Place {
  /** Position among its siblings, level by level: fields come in the document's order. */
  readonly order: readonly number[];
  /** Must it be sent with what it is inside of? */
  readonly required: boolean;
  /** The forms of what it is inside of in which it must be sent, in words; null: no such condition. */
  readonly requiredWhen: string | null;
  /** Is it in every answer that has what it is inside of? */
  readonly present: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Names of the forms that have it; empty: all. */
  readonly onlyIn: readonly string[];
}

/** An object whose properties are still to be walked. */
interface Node extends Place {
  readonly shape: SchemaShape;
  readonly path: string;
  readonly steps: number;
  /** May it, or something that it is inside of, be null? */
  readonly nullable: boolean;
  /** References on the way here. */
  readonly above: ReadonlySet<string>;
  /** The record type whose schema it has. */
  readonly entity: string | null;
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
  return projectShape(reader, reader.shape(record), entityAt);
}

/** The same for a record that was put together from more than one place of the document. */
export function projectShape(
  reader: SchemaReader,
  record: SchemaShape,
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
  readonly #variants: Variant[] = [];
  #walked = 0;

  constructor(reader: SchemaReader, entityAt: (pointer: string) => string | null) {
    this.#reader = reader;
    this.#entityAt = entityAt;
  }

  run(shape: SchemaShape): Projection {
    const above = new Set([shape.at, ...shape.refs]);
    const always = { required: true, requiredWhen: null, present: true };
    const place = { order: [], ...always, readOnly: false, writeOnly: false, onlyIn: [] };
    this.#queue.push({ ...place, shape, above, path: '', steps: 0, nullable: false, entity: null });
    // A plain list with a moving start: shifting a long queue moves all of it, each time.
    for (let next = 0; next < this.#queue.length; next += 1) {
      const node = this.#queue[next];
      if (node === undefined) break;
      if (this.#found.length < maxFields) this.#walk(node);
      else this.#cut.push(node.path);
    }
    this.#found.sort((a, b) => compare(a.order, b.order));
    return {
      fields: this.#found.map(({ field }) => field),
      circular: this.#circular,
      cut: this.#cut,
      variants: this.#variants,
    };
  }

  #walk(node: Node): void {
    let position = 0;
    const forms = variantsOf(node.shape, node.path);
    if (forms !== undefined && this.#variants.length < maxVariants) this.#variants.push(...forms.variants);
    for (const [name, located] of node.shape.properties) {
      const shape = this.#reader.shape(located);
      const { keywords } = shape;
      const own = forms?.formsWith(name) ?? [];
      const readOnly =
        node.readOnly || keywords['readOnly'] === true || saysReadOnly(keywords['description']);
      const writeOnly = node.writeOnly || keywords['writeOnly'] === true;
      const must = node.shape.required.has(name);
      const place: Place = {
        order: [...node.order, position],
        // Of what is only read, `required` says that it is always answered; of what is only sent, that it must be sent.
        required: must && !readOnly,
        requiredWhen: must || readOnly ? null : (forms?.requiredWhen(name) ?? null),
        present: (fieldFacts(shape).present ?? must) && !writeOnly,
        readOnly,
        writeOnly,
        onlyIn: own.length > 0 ? own : node.onlyIn,
      };
      position += 1;
      if (isLinks(this.#reader, name, shape, node.path)) continue;
      this.#property(node, stepOf(name), shape, located.at, place);
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
        const listed = { ...this.#reader.shape(list.located), ...outer(shape) };
        const inner = { ...place, order: [...place.order, list.position] };
        this.#list(node, `${step}.${stepOf(list.name)}`, items, listed, at, inner);
        this.#page(node, step, shape, list.name, place);
      } else if (shape.properties.size > 0) this.#object(node, step, shape, at, place);
      else this.#leaf(node, step, shape, place, { at }, container(shape));
    }
  }

  /** What a nested page says of itself beside its list: how many there are, whether there are more. Nobody writes it. */
  #page(node: Node, step: string, page: SchemaShape, list: string, place: Place): void {
    let position = -1;
    for (const [name, located] of page.properties) {
      position += 1;
      const shape = this.#reader.shape(located);
      if (name === list || shape.items !== undefined || shape.properties.size > 0) continue;
      const order = [...place.order, position];
      const inner: Place = { ...place, order, ...optional, readOnly: true };
      this.#leaf(node, `${step}.${stepOf(name)}`, shape, inner, { at: located.at }, container(shape));
    }
  }

  #object(node: Node, step: string, shape: SchemaShape, at: string, place: Place, inNull = false): void {
    const steps = node.steps + step.split(/(?<!\\)\./).length;
    const path = join(node.path, step);
    if (steps >= maxSteps || this.#walked >= maxObjects) {
      this.#cut.push(path);
      this.#leaf(node, step, { ...shape, nullable: shape.nullable || inNull }, place, { at }, 'object');
      return;
    }
    this.#walked += 1;
    const above = new Set([...node.above, shape.at, ...shape.refs]);
    const isNull = inNull || shape.nullable;
    this.#queue.push({
      ...place,
      // Nothing is in what is null.
      required: node.required && place.required && !isNull,
      present: node.present && place.present && !isNull,
      nullable: node.nullable || isNull,
      shape,
      path,
      steps,
      above,
      entity: this.#entityAt(shape.at),
    });
  }

  #list(node: Node, step: string, items: Located, shape: SchemaShape, at: string, place: Place): void {
    const element = this.#reader.shape(items);
    if (meets(node, element)) {
      this.#circular.push(join(node.path, step));
      this.#leaf(node, step, shape, place, { at, reference: this.#entityAt(element.at) }, 'array');
    } else if (isNamedReference(element) && element.properties.size <= 5) {
      this.#namedReference(node, `${step}[]`, element, place);
    } else if (element.idOf === undefined && element.properties.size > 0) {
      this.#object(node, `${step}[]`, element, items.at, place, shape.nullable);
    } else if (element.types.size > 0 && container(element) === undefined) {
      const reference = element.idOf === undefined ? null : this.#entityAt(element.idOf);
      // The list's own words describe its elements better than theirs do; a list that may be null is no list of nulls.
      const described = { ...element, ...outer(shape, element) };
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
      { ...at(1), ...optional, readOnly: true },
      { at: name.at },
    );
  }

  #leaf(
    node: Node,
    step: string,
    shape: SchemaShape,
    { order, required, requiredWhen, present, readOnly, writeOnly, onlyIn }: Place,
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
      nullable: node.nullable,
      required: required && node.required,
      requiredWhen:
        required && !node.required ? `when ${node.path.replace(/\[\]$/, '')} is given` : requiredWhen,
      readOnly,
      writeOnly,
      onlyIn,
      present: present && node.present,
      ...more,
      reference: more.reference ?? (node.path !== '' && isIdName(step) ? node.entity : null),
    };
    this.#found.push({ field: makeField(shape, context, as), order });
  }
}

/** What holds for a part that comes or stays away as it likes. */
const optional = { required: false, requiredWhen: null, present: false };

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

/** What of a list holds for the field that stands for its elements. */
function outer(list: SchemaShape, element?: SchemaShape): Pick<SchemaShape, 'keywords' | 'nullable'> {
  const keywords = { ...(element?.keywords ?? list.keywords), ...words(list) };
  return { keywords, nullable: list.nullable || element?.nullable === true };
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
