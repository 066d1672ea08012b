import type { Field } from '../field.ts';
import type { Incompatibility } from '../mapping.ts';
import { dateFormatOf } from '../transform/date-transform.ts';
import type { Scalar, Transform, TransformOf } from '../transform/transform.ts';
import { valueKind } from '../transform/value-kind.ts';
import { pairValues } from '../transform/value-table.ts';
import { wireTypeOf } from '../transform/wire-type.ts';

/** Everything that can go wrong when this source's values become the target's, whatever the transform. */
export function incompatibilitiesOf(source: Field, target: Field, transform: Transform): Incompatibility[] {
  const found: Incompatibility[] = [];
  const add = (kind: string, message: string, lossy: boolean) =>
    found.push({ target: target.path, source: source.path, kind, message, lossy });
  if (carriesOver(transform)) {
    typeProblem(source, target, add);
    lengthProblem(source, target, add);
  }
  precisionProblem(source, target, transform, add);
  dateProblem(source, target, transform, add);
  if (transform.kind === 'lookup') tableProblem(source, target, transform, add);
  else if (transform.kind !== 'conditional') enumProblem(source, target, add);
  const answers = transform.kind === 'conditional' && transform.present === true;
  if (!answers && target.required && (source.nullable || source.present === false) && !source.required) {
    add(
      'optional-to-required',
      `${source.path} may be empty, ${target.path} must not be: such records are refused`,
      false,
    );
  }
  if (transform.kind === 'aggregate') {
    add('many-to-one', `${source.path} holds several values, ${target.path} one`, transform.op !== 'join');
  } else if (transform.kind === 'unnest' && transform.where !== undefined) {
    const { path, equals } = transform.where;
    add(
      'many-to-one',
      `${source.path} holds several values: only the one whose ${path} is ${JSON.stringify(equals)} is taken`,
      true,
    );
  }
  return found;
}

/** The value itself arrives, not something that stands for it. */
function carriesOver({ kind }: Transform): boolean {
  return !['lookup', 'conditional', 'date-format', 'unit', 'split'].includes(kind);
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

function precisionProblem(source: Field, target: Field, transform: Transform, add: Add): void {
  if (transform.kind === 'unit') {
    const money = transform.factor === 0.01 || transform.factor === 100;
    if (money && transform.currency === undefined) {
      add(
        'precision',
        `no currency beside ${source.path} says how many decimals it has: two are taken, which is wrong for yen or dinars`,
        false,
      );
    } else if (!money) {
      add('precision', `${target.path} is rounded to ${transform.decimals} decimals`, true);
    }
    return;
  }
  const whole = target.type === 'integer' && target.format !== 'minor-units';
  if (source.type === 'number' && whole && carriesOver(transform)) {
    add('precision', `${source.path} may have decimals, ${target.path} is a whole number`, true);
  }
}

const days = new Set(['iso-date', 'yyyymmdd', 'mm/dd/yyyy', 'dd/mm/yyyy']);

function dateProblem(source: Field, target: Field, transform: Transform, add: Add): void {
  const from = dateFormatOf(source) ?? (transform.kind === 'date-format' ? transform.from : null);
  const to = dateFormatOf(target);
  if (from === null) return;
  if (!days.has(from) && to !== null && days.has(to)) {
    add('precision', `${source.path} has a time of day, ${target.path} only a date (taken in UTC)`, true);
  } else if (transform.kind === 'date-format' && dateFormatOf(source) === null) {
    const meant = from === 'epoch' ? 'seconds or milliseconds since 1970, by its size' : 'a date in ISO form';
    add(
      'date',
      `${source.path} does not say how it is written: ${meant} is expected, others are refused`,
      false,
    );
    if (from !== 'epoch') {
      add('time-zone', `a time in ${source.path} without an offset is read as UTC`, false);
    }
  }
}

/** Values that the table of a lookup leaves without a partner. */
function tableProblem(source: Field, target: Field, transform: TransformOf<'lookup'>, add: Add): void {
  const { table, codes, otherwise } = transform;
  if (otherwise !== undefined) return;
  if (codes !== undefined) {
    add('enum', `a value of ${source.path} that is no known ${codes.split('-')[0]} is refused`, false);
    return;
  }
  if (source.enum.length === 0 && source.type !== 'boolean') {
    const message =
      table.length === 0
        ? `the values of ${source.path} mean something else in ${target.path}: their counterparts are to be filled in`
        : `${source.path} is free text, ${target.path} takes only ${Math.max(target.enum.length, 2)} listed values`;
    add('enum', message, false);
    return;
  }
  const values: Scalar[] = source.type === 'boolean' ? [true, false] : source.enum.map(({ value }) => value);
  nameMissing(
    target,
    values.filter((value) => !table.some(({ from }) => from === value)),
    add,
  );
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
  nameMissing(target, pairValues(source, target).without, add);
}

function nameMissing(target: Field, without: readonly Scalar[], add: Add): void {
  if (without.length === 0) return;
  const shown = without
    .slice(0, 8)
    .map((value) => JSON.stringify(value))
    .join(', ');
  const more = without.length > 8 ? ` and ${without.length - 8} more` : '';
  add('enum', `${target.path} has no partner for ${shown}${more}`, true);
}
