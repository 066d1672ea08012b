import type { Conflict, Field, WireType } from '../../model/index.ts';

/** Where sample records contradict the declared fields. Both by path; `count` is how many records were seen. */
export function findConflicts(
  declared: ReadonlyMap<string, Field>,
  seen: ReadonlyMap<string, Field>,
  count: number,
): Conflict[] {
  const found: Conflict[] = [];
  for (const [path, sample] of seen) {
    const own = declared.get(path);
    if (own === undefined) {
      if (!isInside(path, declared)) found.push(undeclared(sample));
    } else found.push(...differences(own, sample));
  }
  for (const [path, own] of declared) {
    const missing = own.present === true && !seen.has(path) && !hasInside(path, seen);
    // What is inside of something that was never there could not be seen.
    if (missing && !path.includes('.') && !own.writeOnly) {
      found.push({
        path,
        kind: 'never-seen',
        declared: 'always present',
        seen: `in none of ${count} records`,
        share: 1,
      });
    }
  }
  return found;
}

function undeclared(sample: Field): Conflict {
  return {
    path: sample.path,
    kind: 'undeclared',
    declared: '',
    seen: typeText(sample),
    share: sample.share ?? 1,
  };
}

function differences(own: Field, sample: Field): Conflict[] {
  const found: Conflict[] = [];
  const share = sample.share ?? 1;
  const add = (kind: Conflict['kind'], declared: string, seen: string) =>
    found.push({ path: own.path, kind, declared, seen, share });
  const before = wireOf(own);
  const after = wireOf(sample);
  if (before !== null && after !== null && !accepts(before, after)) add('type', before, after);
  else if (before !== null && after === null && sample.description !== null)
    add('type', before, sample.description);
  else if (
    isDate(own) &&
    sample.type !== own.type &&
    sample.examples.length > 0 &&
    own.wireType === sample.wireType
  ) {
    add('format', own.type, `${typeText(sample)}, for example ${JSON.stringify(sample.examples[0])}`);
  }
  if (sample.nullable && !own.nullable) add('null', 'never null', 'null in some records');
  const allowed = new Set(own.enum.map(({ value }) => String(value)));
  const values = sample.enum.length > 0 ? sample.enum.map(({ value }) => String(value)) : sample.examples;
  const strange = allowed.size === 0 ? [] : values.filter((value) => !allowed.has(value) && value !== '');
  if (strange.length > 0) {
    add(
      'enum',
      `one of ${allowed.size} values`,
      strange
        .slice(0, 5)
        .map((value) => JSON.stringify(value))
        .join(', '),
    );
  }
  const longest = Math.max(0, ...sample.examples.map((example) => example.length));
  if (own.maxLength !== null && longest > own.maxLength) {
    add('length', `at most ${own.maxLength} characters`, `${longest} or more characters`);
  }
  return found;
}

function accepts(declared: WireType, seen: WireType): boolean {
  return declared === seen || (declared === 'number' && seen === 'integer');
}

function isDate({ type }: Field): boolean {
  return type === 'date' || type === 'date-time' || type === 'time';
}

/** JSON type on the wire; null when any will do. */
function wireOf({ type, wireType }: Field): WireType | null {
  if (wireType !== null) return wireType;
  if (type === 'any') return null;
  return type === 'date' || type === 'date-time' || type === 'time' ? 'string' : type;
}

function typeText({ type, format }: Field): string {
  return format === null ? type : `${type} (${format})`;
}

/** Is the path inside a declared object or list of which nothing more is described? */
function isInside(path: string, declared: ReadonlyMap<string, Field>): boolean {
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const outer = path.slice(0, end);
    const field = declared.get(outer) ?? declared.get(outer.replace(/\[\]$/, ''));
    if (field !== undefined && (field.type === 'object' || field.type === 'array')) return true;
  }
  return false;
}

function hasInside(path: string, seen: ReadonlyMap<string, Field>): boolean {
  return [...seen.keys()].some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`));
}
