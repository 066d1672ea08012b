import type { Field } from '../field.ts';
import type { Incompatibility } from '../mapping.ts';
import { dateFormatOf } from '../transform/date-transform.ts';
import type { Transform } from '../transform/transform.ts';
import { valueKind } from '../transform/value-kind.ts';
import { pairValues } from '../transform/value-table.ts';
import { wireTypeOf } from '../transform/wire-type.ts';

/** Everything that can go wrong when this source's values become the target's, whatever the transform. */
export function incompatibilitiesOf(source: Field, target: Field, transform: Transform): Incompatibility[] {
  const found: Incompatibility[] = [];
  const add = (kind: string, message: string, lossy: boolean) =>
    found.push({ target: target.path, source: source.path, kind, message, lossy });
  typeProblem(source, target, add);
  lengthProblem(source, target, add);
  precisionProblem(source, target, add);
  enumProblem(source, target, add);
  if (target.required && (source.nullable || source.present === false) && !source.required) {
    add(
      'optional-to-required',
      `${source.path} may be empty, ${target.path} must not be: such records are refused`,
      false,
    );
  }
  if (transform.kind === 'aggregate') {
    add('many-to-one', `${source.path} holds several values, ${target.path} one`, transform.op !== 'join');
  }
  return found;
}

type Add = (kind: string, message: string, lossy: boolean) => void;

function typeProblem(source: Field, target: Field, add: Add): void {
  const from = valueKind(source);
  const to = valueKind(target);
  if (from === to || from === 'any' || to === 'any' || to === 'text') return;
  if (from === 'text' && target.enum.length === 0) {
    add(
      'type',
      `${source.path} is free text, ${target.path} a ${target.type}: a value that is none is refused`,
      false,
    );
  } else if (from !== 'text') {
    add('type', `${source.path} is a ${source.type}, ${target.path} a ${target.type}`, true);
  }
}

function lengthProblem(source: Field, target: Field, add: Add): void {
  if (target.maxLength === null || wireTypeOf(target) !== 'string' || target.enum.length > 0) return;
  if (source.maxLength !== null && source.maxLength > target.maxLength) {
    add(
      'length',
      `${source.path} allows ${source.maxLength} characters, ${target.path} ${target.maxLength}`,
      true,
    );
  } else if (
    source.maxLength === null &&
    valueKind(source) === 'text' &&
    source.enum.length === 0 &&
    target.maxLength < 100
  ) {
    add(
      'length',
      `${source.path} states no limit, ${target.path} allows ${target.maxLength} characters`,
      true,
    );
  }
}

function precisionProblem(source: Field, target: Field, add: Add): void {
  if (source.type === 'number' && target.type === 'integer' && target.format !== 'minor-units') {
    add('precision', `${source.path} may have decimals, ${target.path} is a whole number`, true);
  }
  const from = dateFormatOf(source);
  if (from !== null && from !== 'iso-date' && dateFormatOf(target) === 'iso-date') {
    add('precision', `${source.path} has a time of day, ${target.path} only a date (taken in UTC)`, true);
  }
}

function enumProblem(source: Field, target: Field, add: Add): void {
  if (target.enum.length === 0 || target.type === 'boolean') return;
  if (source.enum.length === 0) {
    if (valueKind(source) === 'text') {
      add(
        'enum',
        `${source.path} is free text, ${target.path} takes only ${target.enum.length} listed values`,
        false,
      );
    }
    return;
  }
  const { without } = pairValues(source, target);
  if (without.length > 0) {
    const shown = without
      .slice(0, 8)
      .map((value) => JSON.stringify(value))
      .join(', ');
    const more = without.length > 8 ? ` and ${without.length - 8} more` : '';
    add('enum', `${target.path} has no partner for ${shown}${more}`, true);
  }
}
