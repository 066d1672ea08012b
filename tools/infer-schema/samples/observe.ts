import { isObject, type Json, type JsonObject } from '../../core/json/json.ts';
import { maxFields, maxSteps } from '../limits.ts';

/** What was seen at one path of the sample records. */
export interface Observation {
  readonly path: string;
  /** Records or elements that could have had it. */
  chances: number;
  /** How often it was there, null included. */
  seen: number;
  nulls: number;
  readonly values: (string | number | boolean)[];
  /** Seen as an object or list without anything in it that is walked. */
  readonly opaque: Set<'object' | 'array'>;
}

/** Walks sample records and gathers what is seen at each path, in the order of first sight. */
export function observe(records: readonly JsonObject[]): Observation[] {
  const found = new Map<string, Observation>();
  const chances = new Map<string, number>();

  const at = (path: string): Observation | undefined => {
    let known = found.get(path);
    if (known === undefined && found.size < maxFields) {
      known = { path, chances: 0, seen: 0, nulls: 0, values: [], opaque: new Set() };
      found.set(path, known);
    }
    return known;
  };

  const visitObject = (object: JsonObject, path: string, steps: number): void => {
    chances.set(path, (chances.get(path) ?? 0) + 1);
    for (const [name, value] of Object.entries(object)) {
      if (name === '') continue;
      const step = name.replaceAll('.', '\\.');
      visitValue(value, path === '' ? step : `${path}.${step}`, steps + 1);
    }
  };

  const visitValue = (value: Json, path: string, steps: number): void => {
    if (Array.isArray(value) && value.length > 0 && steps < maxSteps) {
      for (const element of value) visitValue(element, `${path}[]`, steps);
      return;
    }
    if (isObject(value) && Object.keys(value).length > 0 && steps < maxSteps) {
      visitObject(value, path, steps);
      return;
    }
    const observation = at(path);
    if (observation === undefined) return;
    observation.seen += 1;
    if (value === null) observation.nulls += 1;
    else if (Array.isArray(value)) observation.opaque.add('array');
    else if (isObject(value)) observation.opaque.add('object');
    else observation.values.push(value);
  };

  for (const record of records) visitObject(record, '', 0);
  const all = [...found.values()];
  for (const observation of all) {
    const parent = /^(.*)(?<!\\)\.(?:\\.|[^.\\])*$/.exec(observation.path)?.[1] ?? '';
    // An element of a list of values is always there.
    const element = observation.path.endsWith('[]');
    observation.chances = element ? observation.seen : Math.max(chances.get(parent) ?? 0, observation.seen);
  }
  // `tags: []` in one record and `tags: ["a"]` in another is one field; so is null and an object.
  return all.filter(({ path, values }) => values.length > 0 || !hasInside(path, found));
}

function hasInside(path: string, found: ReadonlyMap<string, Observation>): boolean {
  return [...found.keys()].some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[]`));
}
