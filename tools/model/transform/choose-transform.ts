import type { Field, WireType } from '../field.ts';
import { parsePath } from '../path.ts';
import { codeTransform } from './choose/code-transform.ts';
import { flagTransform } from './choose/flag-transform.ts';
import { listTransform } from './choose/list-transform.ts';
import { listedTransform } from './choose/listed-transform.ts';
import type { Siblings } from './choose/siblings.ts';
import { unitTransform } from './choose/unit-transform.ts';
import { dateTransform } from './date-transform.ts';
import type { Transform } from './transform.ts';
import { wireTypeOf } from './wire-type.ts';

const alone: Siblings = { source: [], target: [] };

/**
 * The conversion one source field needs to become a target field. First what changes the value, then its place.
 * `siblings`: all fields of both records, where they are at hand; some conversions need a neighbour.
 */
export function chooseTransform(source: Field, target: Field, siblings: Siblings = alone): Transform {
  return (
    listTransform(source, target, siblings) ??
    flagTransform(source, target) ??
    codeTransform(source, target) ??
    dateTransform(source, target) ??
    listedTransform(source, target) ??
    unitTransform(source, target, siblings) ??
    castTransform(source, target) ??
    placeTransform(source, target)
  );
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
