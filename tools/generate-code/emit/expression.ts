import {
  type CodeSystem,
  type Field,
  type PathSegment,
  parsePath,
  type Transform,
  type TransformOf,
  type Where,
} from '../../model/index.ts';
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
  /** Name of the constant that holds the codes of a lookup's code system; null where it is only a way of writing. */
  readonly codes: string | null;
  /** Reads another source path than the row's sources. */
  readonly read: (path: string) => string;
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
      return value;
    case 'unnest':
      return transform.where === undefined
        ? value
        : `${use('firstOf')}(${pickExpression(transform.where, value, context)})`;
    case 'nest':
      return transform.wrap === null ? value : call('wrap', literal(transform.wrap));
    case 'cast':
      return transform.to === 'string' && isText(context.sourceFields[0])
        ? value
        : call(castHelpers[transform.to], ...(transform.to === 'string' ? [] : [field]));
    case 'concat':
      return transform.template === undefined
        ? `${use('joinText')}([${sources.join(', ')}], ${literal(transform.separator)})`
        : `${use('fillTemplate')}([${sources.join(', ')}], ${literal(transform.template)})`;
    case 'split':
      return splitExpression(transform, context, call);
    case 'lookup':
      return lookupExpression(transform, context, value);
    case 'unit':
      return transform.currency === undefined
        ? call('scale', transform.factor, transform.decimals, field)
        : call(transform.factor < 1 ? 'fromMinor' : 'toMinor', context.read(transform.currency), field);
    case 'date-format':
      return call('convertDate', literal(transform.from), literal(transform.to), field);
    case 'constant':
      return literal(transform.value);
    case 'default':
      return call('orDefault', literal(transform.value));
    case 'conditional':
      return conditionalExpression(transform, context, call);
    case 'aggregate': {
      const picked = transform.where === undefined ? value : pickExpression(transform.where, value, context);
      const rest =
        transform.op === 'join' ? [literal(transform.separator)] : transform.op === 'sum' ? [field] : [];
      return `${use(aggregateHelpers[transform.op])}(${[picked, ...rest].join(', ')})`;
    }
    case 'reference':
      return transform.as === 'object' ? call('toReference') : value;
    case 'expression':
      return 'undefined';
  }
}

type Call = (helper: string, ...rest: unknown[]) => string;

function pickExpression(where: Where, value: string, { read: readPath, use }: ExpressionContext): string {
  const rest = [literal(where.equals), ...(where.orFirst === true ? ['true'] : [])];
  return `${use('pickWhere')}(${[value, readPath(where.path), ...rest].join(', ')})`;
}

function splitExpression(transform: TransformOf<'split'>, { target }: ExpressionContext, call: Call): string {
  const field = literal(target);
  switch (transform.part) {
    case undefined:
      return call(transform.rest ? 'splitRest' : 'splitPart', literal(transform.separator), transform.index);
    case 'given-name':
      return call('givenName');
    case 'family-name':
      return call('familyName');
    case 'phone-country-code':
      return call('phoneCountryCode');
    case 'phone-extension':
      return call('phoneExtension');
    default:
      return call('addressPart', literal(transform.part), field);
  }
}

function lookupExpression(
  transform: TransformOf<'lookup'>,
  context: ExpressionContext,
  value: string,
): string {
  const { use } = context;
  const field = literal(context.target);
  const otherwise = transform.otherwise === undefined ? [] : [literal(transform.otherwise)];
  const { codes, loose = false } = transform;
  if (codes === undefined && !loose) {
    return `${use('lookUp')}(${[value, context.table, field, ...otherwise].join(', ')})`;
  }
  if (codes === undefined) {
    return `${use('lookUpWord')}(${[value, context.table, field, ...otherwise].join(', ')})`;
  }
  const code =
    context.codes === null
      ? `${use(codeHelper(codes))}(${value}${codes.startsWith('currency') ? `, ${literal(codes === 'currency-upper')}` : ''})`
      : `${use('codeOf')}(${value}, ${context.codes})`;
  const table = [context.table, String(loose)];
  return `${use('lookUpCode')}(${[value, ...table, code, field, ...otherwise].join(', ')})`;
}

function codeHelper(system: CodeSystem): string {
  return system === 'language-base' ? 'languageBase' : 'currencyCode';
}

function conditionalExpression(
  { equals, match, otherwise, anyOf = [], cases = [], present }: TransformOf<'conditional'>,
  { sources, use }: ExpressionContext,
  call: Call,
): string {
  const answers = [match, otherwise].map(literal);
  if (present === true) return call('choosePresent', ...answers);
  if (cases.length === 0) {
    return anyOf.length === 0
      ? call('choose', literal(equals), ...answers)
      : call('chooseAny', literal([equals, ...anyOf]), ...answers);
  }
  const rows = [
    ...[equals, ...anyOf].map((one) => [0, one, match] as const),
    ...cases.map((one) => [one.source, one.equals, one.match] as const),
  ];
  const listed = rows.map(
    ([at, one, answer]) => `[${sources[at] ?? 'undefined'}, ${literal(one)}, ${literal(answer)}]`,
  );
  return `${use('chooseCase')}([${sources.join(', ')}], [${listed.join(', ')}], ${literal(otherwise)})`;
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
