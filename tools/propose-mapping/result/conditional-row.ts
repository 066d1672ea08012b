import {
  type Condition,
  type Entity,
  type Field,
  lastName,
  type MappingRow,
  wireTypeOf,
} from '../../model/index.ts';

/**
 * The row under a condition, where its target is said to be required only when a yes/no field of the target is true (or
 * false), and another row fills that field from the source: the condition asks the source the same.
 */
export function onlyWhereAsked(
  row: MappingRow,
  rows: readonly MappingRow[],
  source: Entity,
  target: Entity,
): MappingRow {
  const field = target.fields.find(({ path }) => path === row.target);
  const asked = field === undefined ? null : flagAsked(field, target);
  const filled = rows.find((other) => other.target === asked?.flag && other !== row);
  if (asked === null || filled === undefined) return row;
  const when = whenSourceSays(filled, asked.wanted, source);
  if (when === null) return row;
  const says = `required only where ${asked.flag} is ${asked.wanted}, and ${asked.flag} comes from ${when.source}`;
  return { ...row, when, evidence: [...row.evidence, { signal: 'condition', says, for: true }] };
}

/** `isPerson is true` and `… (isPerson false)` name a flag of the record and its value. */
function flagAsked({ requiredWhen }: Field, { fields }: Entity): { flag: string; wanted: boolean } | null {
  const words = (requiredWhen ?? '').match(/[\w.]+/g) ?? [];
  for (const [at, word] of words.entries()) {
    const flag = fields.find(
      (field) => wireTypeOf(field) === 'boolean' && (field.path === word || lastName(field.path) === word),
    );
    const [next, afterNext] = words.slice(at + 1).map((one) => one.toLowerCase());
    const said = next === 'is' || next === 'equals' ? afterNext : next;
    if (flag !== undefined && (said === 'true' || said === 'false'))
      return { flag: flag.path, wanted: said === 'true' };
  }
  return null;
}

/** When the row that fills a flag makes it `wanted`, as a condition on its source; null where that cannot be asked. */
function whenSourceSays({ sources, transform }: MappingRow, wanted: boolean, from: Entity): Condition | null {
  const [source, ...more] = sources;
  if (source === undefined || more.length > 0 || source.includes('[]')) return null;
  const among = (values: readonly (string | number | boolean | null)[]): Condition | null => {
    const [only, ...others] = values;
    if (only === undefined) return null;
    return others.length === 0
      ? { source, is: 'equals', value: only }
      : { source, is: 'in', value: [...values] };
  };
  switch (transform.kind) {
    case 'identity':
    case 'rename':
    case 'nest':
    case 'unnest': {
      const field = from.fields.find(({ path }) => path === source);
      return field !== undefined && wireTypeOf(field) === 'boolean' ? among([wanted]) : null;
    }
    case 'lookup': {
      const exact = transform.loose !== true && transform.codes === undefined;
      if (!exact || transform.otherwise === wanted) return null;
      return among(transform.table.filter(({ to }) => to === wanted).map((one) => one.from));
    }
    case 'conditional': {
      const { match, otherwise, present, equals, anyOf = [], cases = [] } = transform;
      if (match === otherwise || cases.length > 0) return null;
      if (present === true && (match === wanted || otherwise === wanted))
        return { source, is: match === wanted ? 'filled' : 'empty' };
      return match === wanted ? among([equals, ...anyOf]) : null;
    }
    default:
      return null;
  }
}
