import type { Warning } from '../../model/index.ts';
import type { JsonObject } from '../json/json.ts';
import { type FieldFacts, factsKey } from '../openapi/field-facts.ts';
import { detectType } from './detect-type.ts';
import { isMap } from './is-map.ts';
import { enough, type ScalarProfile } from './scalar-profile.ts';
import type { Detected } from './text-formats.ts';
import type { ValueProfile } from './value-profile.ts';

export const secretName =
  /pass(?:word|wd|phrase)|secret|token|api_?key|authorization|credential|cookie|session_?id/i;

/**
 * The JSON Schema of the values in a profile, with `x-causeway` facts for what samples show beyond it: how many have a field
 * (`share`), whether all do (`present`), how sure the reading is. Nothing is `required`: what must be sent is not seen in what
 * was read. What is doubtful becomes warnings.
 */
export function schemaOf(profile: ValueProfile, warnings: Warning[] = []): JsonObject {
  if (profile.unnamed > 0) {
    warnings.push({
      code: 'unnamed_fields',
      message: `${profile.unnamed} values stand under an empty name, which no path can have; they were left out`,
      at: 'samples',
    });
  }
  if (profile.cut) {
    warnings.push({
      code: 'fields_cut',
      message: 'The samples have more different fields than are told apart; the last new ones were left out',
      at: 'samples',
    });
  }
  warnings.push(...profile.warnings);
  return new SchemaMaker(warnings).schema(profile, '', '', {});
}

class SchemaMaker {
  readonly #warnings: Warning[];

  constructor(warnings: Warning[]) {
    this.#warnings = warnings;
  }

  schema(profile: ValueProfile, path: string, name: string, facts: FieldFacts): JsonObject {
    const scalars = profile.scalars?.total ?? 0;
    const kinds = [scalars, profile.objects, profile.arrays].filter((count) => count > 0).length;
    if (kinds > 1) return this.#mixed(profile, path, facts);
    const nullable = profile.nulls > 0;
    if (profile.objects > 0) return withFacts(this.#object(profile, path), nullable, facts);
    if (profile.arrays > 0) return withFacts(this.#array(profile, path, name), nullable, facts);
    if (profile.scalars === undefined) {
      // Null only: it may be anything.
      return withFacts({}, nullable, { ...facts, confidence: 0.3 });
    }
    return this.#scalar(profile.scalars, nullable, path, name, facts);
  }

  #object(profile: ValueProfile, path: string): JsonObject {
    // Records themselves are never a map: they would have no fields.
    if (path !== '' && isMap(profile)) return { type: 'object', additionalProperties: true };
    const properties: JsonObject = {};
    for (const [name, inner] of profile.properties) {
      // Where the object was null, the record did not have what is in it.
      const times = profile.objects + profile.nulls;
      const share = times === 0 ? 1 : Math.min(1, inner.seen / times);
      const step = name.replaceAll('.', '\\.');
      const facts = {
        share: round(share),
        present: share === 1,
        at: 'samples',
        confidence: certainty(inner.seen),
      };
      // Defined, not assigned: `__proto__` is a name like any other here.
      Object.defineProperty(properties, name, {
        value: this.schema(inner, path === '' ? step : `${path}.${step}`, name, facts),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return { type: 'object', properties };
  }

  #array(profile: ValueProfile, path: string, name: string): JsonObject {
    const { items } = profile;
    if (items === undefined) return { type: 'array' };
    return { type: 'array', items: this.schema(items, `${path}[]`, name, { at: 'samples' }) };
  }

  #mixed(profile: ValueProfile, path: string, facts: FieldFacts): JsonObject {
    const counts: [string, number][] = [
      ['string', profile.scalars?.strings ?? 0],
      ['number', profile.scalars?.numbers ?? 0],
      ['boolean', profile.scalars?.booleans ?? 0],
      ['object', profile.objects],
      ['array', profile.arrays],
    ];
    const seen = counts.filter(([, count]) => count > 0).map(([kind]) => kind);
    this.#warn('mixed_types', `${path} is ${seen.join(' and ')} in different samples`);
    return withFacts({ type: seen, description: `Seen as ${seen.join(' and ')}` }, profile.nulls > 0, {
      ...facts,
      confidence: 0.5,
    });
  }

  #scalar(seen: ScalarProfile, nullable: boolean, path: string, name: string, facts: FieldFacts): JsonObject {
    const detected = detectType(name, seen);
    const wire = [
      ...(seen.strings > 0 ? ['string'] : []),
      ...(seen.numbers > 0 ? [seen.integersOnly ? 'integer' : 'number'] : []),
      ...(seen.booleans > 0 ? ['boolean'] : []),
    ];
    if (detected === undefined) {
      this.#warn(
        'mixed_types',
        `${path} is ${wire.join(' and ').replace('integer', 'number')} in different samples`,
      );
      return withFacts(
        { type: wire, description: `Seen as ${wire.join(' and ')}`, ...examples(seen, name) },
        nullable,
        { ...facts, confidence: 0.5 },
      );
    }
    this.#doubts(seen, detected, path);
    const slips = seen.texts - Math.max(...seen.fits);
    if (detected.format !== null && slips > 0 && slips <= seen.texts * (1 - enough)) {
      this.#warn(
        'format_exceptions',
        `${path} is ${detected.format} in all but ${slips} of ${seen.texts} samples`,
      );
    }
    const values = isTold(detected) ? [] : enumOf(seen, name);
    if (seen.empty > 0 && (values.length > 0 || isTold(detected))) {
      this.#warn('blank_values', `${path} is blank in ${seen.empty} of ${seen.strings} samples`);
    }
    return withFacts(
      {
        type: wire[0] ?? 'string',
        ...(values.length > 0 ? { enum: values } : {}),
        ...examples(seen, name),
      },
      // Among days, addresses or values to choose from, a blank stands for none.
      nullable || (seen.empty > 0 && (values.length > 0 || isTold(detected))),
      { ...facts, ...meaning(detected, wire[0]) },
    );
  }

  #doubts(seen: ScalarProfile, { type, format }: Detected, path: string): void {
    if (seen.unsafe > 0 && seen.fractions === 0) {
      this.#warn(
        'large_integers',
        `${path} has integers beyond 2^53, which lose digits as numbers; it is read as text`,
      );
    }
    const local = localForms[format ?? ''];
    if (local !== undefined) {
      const ambiguous = format === 'date-dmy' && seen.shareOf('date-mdy') >= enough;
      this.#warn(
        'local_format',
        ambiguous
          ? `${path} is a date as day/month/year or month/day/year, which the samples do not tell apart; it stays a text`
          : `${path} is ${local}; it stays a text: convert it with an expression`,
      );
    }
    if (type === 'date-time' && format === null && seen.shareOf('date') > 0) {
      this.#warn(
        'format_exceptions',
        `${path} is date-time in some samples and a date without a time in others`,
      );
    }
  }

  #warn(code: string, message: string): void {
    this.#warnings.push({ code, message, at: 'samples' });
  }
}

/** Ways of writing values that differ by country, in words. */
const localForms: Readonly<Record<string, string>> = {
  'date-dmy': 'a date written day/month/year',
  'date-mdy': 'a date written month/day/year',
  'decimal-comma': 'a number with a decimal comma (1.234,56)',
  'decimal-grouped': 'a number with grouped digits (1,234.56)',
};

/** Do the texts mean more than text? */
function isTold({ type, format }: Detected): boolean {
  return type !== 'string' || format !== null;
}

function meaning({ type, wireType, format }: Detected, wire: string | undefined): FieldFacts {
  return {
    ...(type === wire ? {} : { type }),
    ...(wireType === null ? {} : { wireType }),
    ...(format === null ? {} : { format }),
  };
}

function withFacts(schema: JsonObject, nullable: boolean, facts: FieldFacts): JsonObject {
  return {
    ...schema,
    ...(nullable ? { nullable: true } : {}),
    ...(Object.keys(facts).length === 0
      ? {}
      : { [factsKey]: Object.fromEntries(Object.entries(facts)) as JsonObject }),
  };
}

/** Few values, often repeated, look like a fixed list. */
function enumOf(seen: ScalarProfile, name: string): string[] {
  if (seen.many || secretName.test(name)) return [];
  // A blank is no choice, but the lack of one.
  const values = [...seen.distinct.keys()].filter(
    (value) => typeof value === 'string' && value.trim() !== '',
  ) as string[];
  const few = values.length <= 12 && seen.texts >= 10 && values.length * 3 <= seen.texts;
  const fit = values.every((value) => value.length <= 40 && !/[\n@]/.test(value));
  return few && fit ? values.sort() : [];
}

function examples(seen: ScalarProfile, name: string): JsonObject {
  if (secretName.test(name)) return {};
  const values = [...seen.distinct.keys()].filter(isShown).slice(0, 3);
  return values.length === 0 ? {} : { examples: values };
}

/** A blank says nothing, and a number that was rounded something wrong. */
function isShown(value: string | number | boolean): boolean {
  return (
    value !== '' && !(typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
  );
}

/** How sure fields are by the number of values seen: three samples say less than a hundred. */
function certainty(count: number): number {
  return round(Math.min(0.95, 0.6 + 0.15 * Math.log10(Math.max(1, count))));
}

function round(share: number): number {
  // Never rounds up to "all have it".
  return share === 1 ? 1 : Math.floor(share * 1000) / 1000;
}
