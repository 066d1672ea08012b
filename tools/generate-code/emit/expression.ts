import { type Field, type PathSegment, parsePath, type Transform } from '../../model/index.ts';
import { elementName } from '../names/element-name.ts';
import { literal } from './literal.ts';
import { propertyAccess } from './property.ts';

/** Where source fields are read from: the record, or one element of a list in it. */
export interface Scope {
  readonly variable: string;
  /** Prefix of the paths that are read from the variable; '' for the record. */
  readonly prefix: string;
}

/** Reads a source path: `source.properties?.email`. Through a list the value is a list with one value per element. */
export function readExpression(path: string, scope: Scope): string {
  const rest = scope.prefix === '' ? path : path.slice(scope.prefix.length + 1);
  return rest === '' ? scope.variable : read(scope.variable, parsePath(rest), false);
}

function read(object: string, [head, ...rest]: readonly PathSegment[], optional: boolean): string {
  if (head === undefined) return object;
  const value = propertyAccess(object, head.name, optional);
  if (!head.repeated) return read(value, rest, true);
  if (rest.length === 0) return `(${value} ?? undefined)`;
  const element = elementName(head.name);
  return `${value}?.map((${element}) => ${read(element, rest, false)})`;
}

export interface ExpressionContext {
  /** Target path, for messages. */
  readonly target: string;
  /** Source texts, in the order of the row's sources. */
  readonly sources: readonly string[];
  readonly sourceFields: readonly (Field | undefined)[];
  /** Name of the constant that holds a lookup's table. */
  readonly table: string;
  /** Notes that a helper is called, and answers its name. */
  readonly use: (helper: string) => string;
}

/** A row's transform as source text. Equals `applyTransform` for every value. */
export function transformExpression(transform: Transform, context: ExpressionContext): string {
  const { sources, use } = context;
  const [value = 'undefined'] = sources;
  const field = literal(context.target);
  const call = (helper: string, ...rest: unknown[]) =>
    `${use(helper)}(${[value, ...rest.map(String)].join(', ')})`;
  switch (transform.kind) {
    case 'identity':
    case 'rename':
    case 'unnest':
      return value;
    case 'nest':
      return transform.wrap === null ? value : call('wrap', literal(transform.wrap));
    case 'cast':
      return transform.to === 'string' && isText(context.sourceFields[0])
        ? value
        : call(castHelpers[transform.to], ...(transform.to === 'string' ? [] : [field]));
    case 'concat':
      return `${use('joinText')}([${sources.join(', ')}], ${literal(transform.separator)})`;
    case 'split':
      return call(transform.rest ? 'splitRest' : 'splitPart', literal(transform.separator), transform.index);
    case 'lookup': {
      const otherwise = transform.otherwise === undefined ? [] : [literal(transform.otherwise)];
      return call('lookUp', context.table, field, ...otherwise);
    }
    case 'unit':
      return call('scale', transform.factor, transform.decimals, field);
    case 'date-format':
      return call('convertDate', literal(transform.from), literal(transform.to), field);
    case 'constant':
      return literal(transform.value);
    case 'default':
      return call('orDefault', literal(transform.value));
    case 'conditional':
      return call('choose', ...[transform.equals, transform.match, transform.otherwise].map(literal));
    case 'aggregate':
      return call(
        aggregateHelpers[transform.op],
        ...(transform.op === 'join' ? [literal(transform.separator)] : transform.op === 'sum' ? [field] : []),
      );
    case 'reference':
      return transform.as === 'object' ? call('toReference') : value;
    case 'expression':
      return 'undefined';
  }
}

const castHelpers = {
  string: 'toText',
  integer: 'toInteger',
  number: 'toNumber',
  boolean: 'toBoolean',
} as const;
const aggregateHelpers = {
  first: 'firstOf',
  last: 'lastOf',
  join: 'joinList',
  count: 'countOf',
  sum: 'sumOf',
} as const;

/** The source schema already lets only text (or nothing) through. */
function isText(field: Field | undefined): boolean {
  if (field === undefined || field.path.includes('[]')) return false;
  return field.wireType === null
    ? ['string', 'date', 'date-time', 'time'].includes(field.type)
    : field.wireType === 'string';
}
