import type { Field } from '../../field.ts';
import { parsePath } from '../../path.ts';
import type { Transform, Where } from '../transform.ts';
import { areSynonyms } from '../value-synonyms.ts';
import { wireTypeOf } from '../wire-type.ts';
import { nameWords, pathWords } from './name-words.ts';
import type { Siblings } from './siblings.ts';

/** A list that becomes one value: one element by its kind, all joined, or the first. Null for other pairs. */
export function listTransform(source: Field, target: Field, siblings: Siblings): Transform | null {
  const separator = ', ';
  if (lists(source) > lists(target) && target.type !== 'array') {
    const where = elementWanted(source, target, siblings.source);
    if (where !== null) return { kind: 'unnest', where };
    const joins = isPlural(target) && wireTypeOf(target) === 'string';
    return { kind: 'aggregate', op: joins ? 'join' : 'first', separator };
  }
  if (wireTypeOf(source) === 'array' && wireTypeOf(target) === 'string') {
    return { kind: 'aggregate', op: 'join', separator };
  }
  return null;
}

function lists(field: Field): number {
  return parsePath(field.path).filter(({ repeated }) => repeated).length;
}

/** `tags`, `labels`; not `status`, `address`. */
function isPlural(field: Field): boolean {
  const last = nameWords(field).at(-1) ?? '';
  return last.length > 3 && /[^suia]s$/.test(last) && !/address|news|series/.test(last);
}

const kindNames = /(?:^|_|[a-z])(?:type|kind|usage|use|label|location|Type|Kind|Label)$/;
const firstNames = /^(?:is_?)?(?:primary|default|preferred|main)$/i;
/** Kinds of addresses, telephone numbers and the like that a field's name may ask for. */
const kinds =
  'work business office home personal mobile cell fax billing shipping mailing other direct'.split(' ');

/** Which element of a typed list the target means: its name says so (`BillingCity`, `work_email`), else the main one. */
function elementWanted(source: Field, target: Field, fields: readonly Field[]): Where | null {
  const list = source.path.slice(0, source.path.lastIndexOf('[]') + 3);
  if (!list.endsWith('.')) return null;
  const neighbours = fields.filter(({ path }) => path.startsWith(list) && path !== source.path);
  const kind = neighbours.find((field) => isKindOf(field, list));
  const wanted = wantedKind(source, target);
  if (kind !== undefined && wanted !== null) {
    const known = kind.enum.map(({ value }) => String(value));
    const equals =
      known.find((value) => value.toLowerCase() === wanted) ??
      known.find((value) => areSynonyms(value.toLowerCase(), wanted));
    if (equals !== undefined || known.length === 0) return { path: kind.path, equals: equals ?? wanted };
  }
  const flag = neighbours.find(({ path }) => firstNames.test(path.slice(list.length)));
  if (flag !== undefined && ['boolean', 'any'].includes(flag.type)) {
    return { path: flag.path, equals: true, orFirst: true };
  }
  const main = kind?.enum.find(({ value }) => ['primary', 'main', 'default'].includes(String(value)));
  return kind === undefined || main === undefined
    ? null
    : { path: kind.path, equals: main.value, orFirst: true };
}

/** `type`, `label`, `addressType`: what sort of element it is. */
function isKindOf({ path, type }: Field, list: string): boolean {
  const rest = path.slice(list.length);
  return !rest.includes('.') && type !== 'boolean' && kindNames.test(rest);
}

function wantedKind(source: Field, target: Field): string | null {
  const own = new Set(pathWords(source));
  const words = pathWords(target).filter((word) => !own.has(word));
  // Run together: `mobilephone`, `homephone`.
  return (
    kinds.find((kind) => words.includes(kind)) ??
    kinds.find((kind) => words.some((word) => word.startsWith(kind) && word.length - kind.length >= 5)) ??
    null
  );
}
