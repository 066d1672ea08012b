import type { Field, WireType } from '../field.ts';
import { lastName, parsePath } from '../path.ts';
import { dateTransform } from './date-transform.ts';
import type { Transform } from './transform.ts';
import { pairValues } from './value-table.ts';
import { wireTypeOf } from './wire-type.ts';

/** The conversion one source field needs to become a target field. First what changes the value, then its place. */
export function chooseTransform(source: Field, target: Field): Transform {
  const lists = (field: Field) => parsePath(field.path).filter(({ repeated }) => repeated).length;
  if (lists(source) > lists(target) && target.type !== 'array') {
    return { kind: 'aggregate', op: 'first', separator: ', ' };
  }
  return (
    listTransform(source, target) ??
    enumTransform(source, target) ??
    dateTransform(source, target) ??
    unitTransform(source, target) ??
    castTransform(source, target) ??
    placeTransform(source, target)
  );
}

/** A list of scalars into one text. */
function listTransform(source: Field, target: Field): Transform | null {
  if (wireTypeOf(source) !== 'array' || wireTypeOf(target) !== 'string') return null;
  return { kind: 'aggregate', op: 'join', separator: ', ' };
}

function enumTransform(source: Field, target: Field): Transform | null {
  if (source.enum.length === 0 || target.enum.length === 0) return null;
  const { table } = pairValues(source, target);
  if (
    table.length === 0 ||
    (table.length === source.enum.length && table.every(({ from, to }) => from === to))
  ) {
    return null;
  }
  return { kind: 'lookup', table };
}

/** Amounts in cents: by their format, or because they say so. */
function minor({ format, path, type }: Field): boolean {
  const numeric = type === 'integer' || type === 'number' || type === 'any';
  return format === 'minor-units' || (numeric && /(?:^|[_-])cents$|Cents$/.test(lastName(path)));
}

function unitTransform(source: Field, target: Field): Transform | null {
  if (minor(source) === minor(target)) return null;
  const other = minor(source) ? target : source;
  if (wireTypeOf(other) === 'boolean') return null;
  return minor(source)
    ? { kind: 'unit', factor: 0.01, decimals: 2 }
    : { kind: 'unit', factor: 100, decimals: 0 };
}

const castable = new Set<WireType | null>(['string', 'integer', 'number', 'boolean']);

function castTransform(source: Field, target: Field): Transform | null {
  const from = wireTypeOf(source);
  const to = wireTypeOf(target);
  if (from === to || !castable.has(from)) return null;
  // An integer is a number already.
  if (from === 'integer' && to === 'number') return null;
  if (to === 'string' || to === 'integer' || to === 'number' || to === 'boolean') return { kind: 'cast', to };
  return null;
}

function placeTransform(source: Field, target: Field): Transform {
  if (source.path === target.path) return { kind: 'identity' };
  const depth = (field: Field) =>
    parsePath(field.path).reduce((sum, step) => sum + (step.repeated ? 2 : 1), 0);
  const difference = depth(target) - depth(source);
  if (difference > 0) return { kind: 'nest', wrap: null };
  return difference < 0 ? { kind: 'unnest' } : { kind: 'rename' };
}
