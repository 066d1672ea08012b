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

/** One object schema still to be walked. */
interface Node {
  readonly shape: SchemaShape;
  readonly path: string;
  readonly steps: number;
  /** Position of the node among its siblings, level by level: fields come in the document's order. */
  readonly order: readonly number[];
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
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
  const found: { field: Field; order: readonly number[] }[] = [];
  const circular: string[] = [];
  const cut: string[] = [];
  let walked = 0;
  const root = reader.shape(record);
  const start = { path: '', steps: 0, order: [], required: true, readOnly: false, writeOnly: false };
  const queue: Node[] = [{ ...start, shape: root, above: new Set([root.at, ...root.refs]) }];

  const leaf = (
    node: Node,
    name: string,
    shape: SchemaShape,
    at: string,
    more: Partial<FieldContext>,
    order: readonly number[],
    as?: 'object' | 'array',
  ) => {
    const path = join(node.path, name);
    if (found.length >= maxFields) {
      cut.push(path);
      return;
    }
    const isRequired = node.shape.required.has(name.replace(/\[\]$/, ''));
    const context: FieldContext = {
      path,
      at,
      required: isRequired && node.required,
      requiredWhen: isRequired && !node.required ? `when ${node.path.replace(/\[\]$/, '')} is given` : null,
      readOnly: node.readOnly,
      writeOnly: node.writeOnly,
      reference: null,
      ...more,
    };
    found.push({ field: makeField(shape, context, as), order });
  };

  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    let position = 0;
    for (const [name, located] of node.shape.properties) {
      const shape = reader.shape(located);
      const order = [...node.order, position++];
      if (isLinks(reader, name, shape)) continue;
      const step = stepOf(name);
      const readOnly = node.readOnly || shape.keywords['readOnly'] === true;
      const writeOnly = node.writeOnly || shape.keywords['writeOnly'] === true;
      const nested: Omit<Node, 'shape' | 'path' | 'steps' | 'above'> = {
        order,
        readOnly,
        writeOnly,
        required: node.required && node.shape.required.has(name),
      };
      if (shape.idOf !== undefined) {
        leaf(node, step, shape, located.at, { reference: entityAt(shape.idOf) }, order);
      } else if (isNamedReference(shape) && node.steps < maxSteps) {
        pushReference(node, step, shape, readOnly, order);
      } else if (node.above.has(shape.at) || [...shape.refs].some((ref) => node.above.has(ref))) {
        circular.push(join(node.path, step));
        leaf(node, step, shape, located.at, { reference: entityAt(shape.at) }, order, 'object');
      } else if (shape.items !== undefined) {
        pushList(node, step, shape.items, shape, located, nested);
      } else {
        const list = nestedList(reader, shape);
        const items = list === undefined ? undefined : reader.shape(list.located).items;
        if (list !== undefined && items !== undefined) {
          pushList(node, `${step}.${stepOf(list.name)}`, items, shape, located, nested);
        } else if (shape.properties.size > 0) pushObject(node, step, shape, located, nested);
        else if (shape.types.has('object') || shape.map !== undefined) {
          leaf(node, step, shape, located.at, {}, order, 'object');
        } else if (shape.types.has('array')) leaf(node, step, shape, located.at, {}, order, 'array');
        else leaf(node, step, shape, located.at, {}, order);
      }
    }
  }

  function pushObject(
    node: Node,
    step: string,
    shape: SchemaShape,
    located: Located,
    nested: Omit<Node, 'shape' | 'path' | 'steps' | 'above'>,
  ) {
    const steps = node.steps + step.split(/(?<!\\)\./).length;
    if (steps >= maxSteps || walked >= maxObjects) {
      cut.push(join(node.path, step));
      leaf(node, step, shape, located.at, {}, nested.order, step.endsWith('[]') ? 'array' : 'object');
      return;
    }
    const above = new Set([...node.above, shape.at, ...shape.refs]);
    walked += 1;
    queue.push({ ...nested, shape, path: join(node.path, step), steps, above });
  }

  function pushList(
    node: Node,
    step: string,
    items: Located,
    shape: SchemaShape,
    located: Located,
    nested: Omit<Node, 'shape' | 'path' | 'steps' | 'above'>,
  ) {
    const element = reader.shape(items);
    const loops = node.above.has(element.at) || [...element.refs].some((ref) => node.above.has(ref));
    if (loops) {
      circular.push(join(node.path, step));
      leaf(node, step, shape, located.at, { reference: entityAt(element.at) }, nested.order, 'array');
    } else if (isNamedReference(element) && element.properties.size <= 5) {
      pushReference(node, `${step}[]`, element, nested.readOnly, nested.order);
    } else if (element.idOf === undefined && element.properties.size > 0) {
      pushObject(node, `${step}[]`, element, items, nested);
    } else if (element.types.size > 0 && element.items === undefined && !element.types.has('object')) {
      const reference = element.idOf === undefined ? null : entityAt(element.idOf);
      // The list's own words describe its elements better than theirs do.
      const keywords = { ...element.keywords, ...words(shape) };
      leaf(node, `${step}[]`, { ...element, keywords }, located.at, { reference }, nested.order);
    } else leaf(node, step, shape, located.at, {}, nested.order, 'array');
  }

  /** `{id, refName}` → `x.id`, which points at a record or is chosen from a list, and its name to be read. */
  function pushReference(
    node: Node,
    step: string,
    shape: SchemaShape,
    readOnly: boolean,
    order: readonly number[],
  ) {
    const id = shape.properties.get('id');
    const name = shape.properties.get('refName');
    if (id === undefined || name === undefined) return;
    const idShape = reader.shape(id);
    const text = words(shape);
    const labelled = { ...idShape, keywords: { ...idShape.keywords, ...text, title: text['title'] ?? '' } };
    const reference = idShape.enum.length > 0 ? null : (entityAt(shape.at) ?? schemaName(shape.at));
    leaf(node, `${step}.id`, labelled, id.at, { reference, readOnly }, [...order, 0]);
    leaf(node, `${step}.refName`, reader.shape(name), name.at, { readOnly: true }, [...order, 1]);
  }

  found.sort((a, b) => compare(a.order, b.order));
  return { fields: found.map(({ field }) => field), circular, cut };
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
