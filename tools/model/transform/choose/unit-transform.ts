import type { Field } from '../../field.ts';
import { lastName } from '../../path.ts';
import type { Transform } from '../transform.ts';
import { wireTypeOf } from '../wire-type.ts';
import { nameWords, proseOf } from './name-words.ts';
import { besides, type Siblings } from './siblings.ts';

/** Cents and whole currency, percent and fraction, seconds and minutes, grams and pounds; null for other pairs. */
export function unitTransform(source: Field, target: Field, siblings: Siblings): Transform | null {
  return moneyTransform(source, target, siblings) ?? measureTransform(source, target);
}

/** Amounts in cents: by their format, or because name or description say so. */
function minor(field: Field): boolean {
  const { format, path, type } = field;
  const numeric = type === 'integer' || type === 'number' || type === 'any';
  if (format === 'minor-units') return true;
  if (!numeric) return false;
  if (/(?:^|[_-])cents$|Cents$|(?:^|[_-])minor$/.test(lastName(path))) return true;
  return (
    type !== 'any' &&
    /in (?:\w+ )?(?:cents|pence)\b|smallest (?:currency )?unit|minor unit/.test(proseOf(field))
  );
}

function moneyTransform(source: Field, target: Field, siblings: Siblings): Transform | null {
  if (minor(source) === minor(target)) return null;
  const other = minor(source) ? target : source;
  if (wireTypeOf(other) === 'boolean') return null;
  const currency = currencyOf(source, siblings.source);
  const beside = currency === undefined ? {} : { currency };
  return minor(source)
    ? { kind: 'unit', factor: 0.01, decimals: 2, ...beside }
    : { kind: 'unit', factor: 100, decimals: 0, ...beside };
}

/** The path of the currency that the source's amount is in, where the record has one and only one in its place. */
function currencyOf(source: Field, all: readonly Field[]): string | undefined {
  const isCurrency = (field: Field) =>
    !field.path.includes('[]') &&
    (field.format === 'currency' ||
      /^(?:currency|currency_?code|currency_?iso_?code)$/i.test(lastName(field.path)));
  if (source.path.includes('[]')) return undefined;
  const near = besides(source, all).filter(isCurrency);
  return near.length === 1 ? near[0]?.path : undefined;
}

type Dimension = 'share' | 'time' | 'mass' | 'length';
interface Unit {
  readonly dimension: Dimension;
  /** How many of the dimension's base unit it is. */
  readonly size: number;
}

const unit = (dimension: Dimension, size: number): Unit => ({ dimension, size });
const units: ReadonlyMap<string, Unit> = new Map([
  ...entries('percent percentage pct', unit('share', 0.01)),
  ...entries('fraction ratio', unit('share', 1)),
  ...entries('ms millis milliseconds msec', unit('time', 0.001)),
  ...entries('seconds secs sec second', unit('time', 1)),
  ...entries('minutes mins min minute', unit('time', 60)),
  ...entries('hours hrs hour', unit('time', 3600)),
  ...entries('days', unit('time', 86_400)),
  ...entries('grams g gram', unit('mass', 1)),
  ...entries('kg kgs kilograms kilogram kilos', unit('mass', 1000)),
  ...entries('lb lbs pounds pound', unit('mass', 453.592_37)),
  ...entries('oz ounces ounce', unit('mass', 28.349_523_125)),
  ...entries('mm millimeters', unit('length', 0.1)),
  ...entries('cm centimeters', unit('length', 1)),
  ...entries('meters', unit('length', 100)),
  ...entries('inches inch', unit('length', 2.54)),
  ...entries('ft feet', unit('length', 30.48)),
]);

function entries(words: string, one: Unit): [string, Unit][] {
  return words.split(' ').map((word) => [word, one]);
}

/** The unit a number is in: the last word of its name, else what its description says. */
function unitOf(field: Field): Unit | null {
  const wire = wireTypeOf(field);
  if (wire !== 'integer' && wire !== 'number') return null;
  if (field.type === 'date' || field.type === 'date-time' || field.format?.startsWith('epoch') === true)
    return null;
  const named = nameWords(field);
  const own = named.length > 1 ? units.get(named.at(-1) ?? '') : undefined;
  if (own !== undefined) return own;
  const [, word] = /\b(?:in|as an?|as) (\w+)\b/.exec(proseOf(field)) ?? [];
  return units.get(word ?? '') ?? null;
}

function measureTransform(source: Field, target: Field): Transform | null {
  const from = unitOf(source);
  const to = unitOf(target);
  if (from === null || to === null || from.dimension !== to.dimension || from.size === to.size) return null;
  const factor = from.size / to.size;
  // Ten digits are more than any scale shows.
  const rounded = Number(factor.toPrecision(12));
  const whole = wireTypeOf(target) === 'integer';
  return { kind: 'unit', factor: rounded, decimals: whole ? 0 : from.dimension === 'share' ? 6 : 3 };
}
