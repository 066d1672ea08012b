import { enough, type ScalarProfile } from './scalar-profile.ts';
import { as, type Detected, flagName, idName, millisName, textFormats, timeName } from './text-formats.ts';

/**
 * The type of values seen in a field of that name; undefined when they are of several kinds. Nearly all texts must agree on
 * a format; one `Y` alone says nothing.
 */
export function detectType(name: string, seen: ScalarProfile): Detected | undefined {
  const kinds = [seen.strings, seen.numbers, seen.booleans].filter((count) => count > 0).length;
  if (kinds > 1) return undefined;
  if (seen.booleans > 0) return as('boolean');
  if (seen.numbers > 0) return detectNumber(name, seen);
  if (seen.texts === 0) return as('string');
  // Days among moments are moments that were cut short.
  const days = seen.shareOf('date');
  const moments = seen.shareOf('date-time');
  if (days > 0 && moments > 0 && days + moments >= enough) return as('date-time');
  const found = textFormats.find(
    ({ field, detected }, index) =>
      (field === undefined || field.test(name)) &&
      (seen.fits[index] ?? 0) >= seen.texts * enough &&
      !isDoubtful(name, detected, seen),
  );
  return found?.detected ?? as('string');
}

function isDoubtful(name: string, { type, format }: Detected, seen: ScalarProfile): boolean {
  if (format === 'y-n') return seen.distinct.size === 1 && seen.total < 3;
  // Every integer is a decimal as well; digits of an id are no amount.
  if (type === 'integer' || format === 'decimal') return idName.test(name);
  return false;
}

function detectNumber(name: string, seen: ScalarProfile): Detected {
  if (!seen.integersOnly) return as('number');
  const within = (low: number, high: number) => seen.min >= low && seen.max < high;
  // As a number it would be rounded: its digits are a name, no amount.
  if (seen.unsafe > 0) return as('string', 'integer');
  if ((timeName.test(name) || millisName.test(name)) && within(1e12, 4e12))
    return as('date-time', 'integer', 'epoch-ms');
  if (timeName.test(name) && within(5e8, 4e9)) return as('date-time', 'integer', 'epoch-s');
  if (flagName.test(name) && within(0, 2)) return as('boolean', 'integer', '0-1');
  return as('integer');
}
