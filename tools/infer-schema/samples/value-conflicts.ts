import type { ScalarProfile } from '../../core/samples/scalar-profile.ts';
import { secretName } from '../../core/samples/schema-of.ts';
import type { ValueProfile } from '../../core/samples/value-profile.ts';
import type { Conflict, Field, WireType } from '../../model/index.ts';

/** A conflict without its place: `count` is how many values show it. */
export interface Part extends Omit<Conflict, 'path' | 'share'> {
  readonly count: number;
}

/** How many values of an object or list are something else; undefined when none is. `of` is how many records there were. */
export function kindConflict(
  declared: WireType,
  profile: ValueProfile,
  of: number,
  accepted: readonly WireType[] = [declared],
): Part | undefined {
  const strange = kindsOf(profile).filter(([kind]) => !accepted.includes(kind));
  const count = strange.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return undefined;
  const kinds = strange.map(([kind]) => kind).join(' and ');
  return { kind: 'type', declared, seen: count >= of ? kinds : `${kinds} in ${count} of ${of}`, count };
}

/** Where values contradict the declaration of their field. `untyped`: every value comes as text, so texts may be of any type. */
export function valueConflicts(
  field: Field,
  name: string,
  profile: ValueProfile,
  of: number,
  untyped: boolean,
): Part[] {
  const found: Part[] = [];
  const declared = wireOf(field);
  const type =
    declared === null
      ? undefined
      : kindConflict(declared, profile, of, accepted(field, declared, profile, untyped));
  if (type !== undefined) found.push(type);
  const { scalars } = profile;
  if (scalars === undefined) return found;
  const shown = !secretName.test(name);
  const values = [formatConflict(field, scalars, of, shown), enumConflict(field, scalars, shown)];
  found.push(...values.filter((part) => part !== undefined));
  const { maxLength } = field;
  const longer = maxLength === null ? 0 : scalars.longerThan(maxLength);
  if (longer > 0) {
    const seen = `${scalars.maxLength} characters${longer >= of ? '' : `, and too many in ${longer} of ${of}`}`;
    found.push({ kind: 'length', declared: `at most ${maxLength} characters`, seen, count: longer });
  }
  return found;
}

function kindsOf({ scalars, objects, arrays }: ValueProfile): [WireType, number][] {
  const all: [WireType, number][] = [
    ['string', scalars?.strings ?? 0],
    ['integer', (scalars?.numbers ?? 0) - (scalars?.fractions ?? 0)],
    ['number', scalars?.fractions ?? 0],
    ['boolean', scalars?.booleans ?? 0],
    ['object', objects],
    ['array', arrays],
  ];
  return all.filter(([, count]) => count > 0);
}

function accepted(field: Field, declared: WireType, profile: ValueProfile, untyped: boolean): WireType[] {
  const types: WireType[] = declared === 'number' ? ['number', 'integer'] : [declared];
  if (isExpanded(field, declared, profile)) types.push('object');
  const text = declared === 'integer' || declared === 'boolean' ? declared : 'decimal';
  const isScalar = declared !== 'object' && declared !== 'array';
  const fits = isScalar && (profile.scalars?.shareOf(text) ?? 0) === 1;
  return untyped && fits ? [...types, 'string'] : types;
}

/** An id that sometimes comes as the record it names: a union that the description's id-or-record is read as. */
function isExpanded(field: Field, declared: WireType, profile: ValueProfile): boolean {
  if (declared !== 'string' && declared !== 'integer') return false;
  const hasId = [...profile.properties.keys()].some((name) => /^_?(?:id|gid|uuid|guid)$/i.test(name));
  return hasId && ((profile.scalars?.total ?? 0) > 0 || field.reference !== null);
}

/** The JSON formats that texts are checked against, by name or by the type that they mean. */
const checked: readonly string[] = ['email', 'uuid', 'date', 'date-time', 'time'];

function formatConflict(field: Field, scalars: ScalarProfile, of: number, shown: boolean): Part | undefined {
  if (wireOf(field) !== 'string') return undefined;
  const format = field.format ?? field.type;
  const misfits = checked.includes(format) ? scalars.misfits(format) : undefined;
  if (misfits === undefined) return undefined;
  // Past the trial of a format that rarely fits, the rest is taken to be like it.
  const count =
    misfits.of === 0 ? 0 : Math.round((misfits.count / misfits.of) * scalars.texts) + scalars.empty;
  const all = misfits.of === 0 ? scalars.empty : count;
  if (all === 0) return undefined;
  const example = misfits.example === null ? 'a blank' : shown ? JSON.stringify(misfits.example) : 'others';
  const seen = all >= of ? example : `${example} and the like in ${all} of ${of}`;
  return { kind: 'format', declared: format, seen, count: all };
}

function enumConflict(field: Field, scalars: ScalarProfile, shown: boolean): Part | undefined {
  if (field.enum.length === 0) return undefined;
  const allowed = new Set(field.enum.map(({ value }) => String(value).slice(0, 100)));
  const known = new Set<string>();
  const strange: string[] = [];
  let count = 0;
  let counted = 0;
  for (const [value, times] of scalars.distinct) {
    const text = String(value);
    counted += times;
    if (allowed.has(text)) known.add(text);
    // A blank is how many systems say that nothing was chosen.
    else if (text !== '') {
      strange.push(text);
      count += times;
    }
  }
  if (strange.length === 0) return undefined;
  // When all that are allowed are among the values told apart, the rest are others.
  if (known.size === allowed.size) count += scalars.total - counted;
  const texts = strange.slice(0, 5).map((value) => JSON.stringify(value));
  return {
    kind: 'enum',
    declared: `one of ${allowed.size} values`,
    seen: shown ? texts.join(', ') : 'others',
    count,
  };
}

/** JSON type on the wire; null when any will do. */
function wireOf({ type, wireType }: Field): WireType | null {
  if (wireType !== null) return wireType;
  if (type === 'any') return null;
  return type === 'date' || type === 'date-time' || type === 'time' ? 'string' : type;
}
