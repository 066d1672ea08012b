import type { JsonObject } from '../../core/json/json.ts';
import { Field, lastName, type Warning } from '../../model/index.ts';
import { detectType } from './detect-type.ts';
import { type Observation, observe } from './observe.ts';

const secretName = /password|passwd|secret|token|api_?key|authorization|credential/i;

/** The fields of sample records, in the order of first sight, and what is doubtful about them. */
export function sampleFields(records: readonly JsonObject[]): { fields: Field[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const fields = observe(records).map((observation) => {
    const detected =
      observation.values.length === 0
        ? opaque(observation)
        : detectType(observation.path, observation.values);
    if (detected === undefined) {
      const kinds = [...new Set(observation.values.map((value) => typeof value))].sort().join(' and ');
      warnings.push({
        code: 'mixed_types',
        message: `${observation.path} is ${kinds} in different samples`,
        at: 'samples',
      });
    }
    const optional = observation.seen < observation.chances;
    return Field.parse({
      path: observation.path,
      ...(detected ?? { type: 'any' }),
      description: optional ? `Present in ${observation.seen} of ${observation.chances} samples` : null,
      nullable: optional || observation.nulls > 0,
      enum: detected?.type === 'string' && detected.format === null ? enumOf(observation) : [],
      examples: examplesOf(observation),
      at: 'samples',
    });
  });
  return { fields, warnings };
}

/** Nothing but null, or objects and lists that are empty or too deep. */
function opaque({ opaque: kinds }: Observation) {
  const [kind] = kinds;
  return { type: kinds.size === 1 && kind !== undefined ? kind : ('any' as const) };
}

/** Few values, often repeated, look like a fixed list. */
function enumOf({ path, values }: Observation): { value: string }[] {
  const texts = values.filter((value) => typeof value === 'string');
  const distinct = [...new Set(texts)];
  const few = distinct.length <= 10 && texts.length >= 10 && distinct.length * 3 <= texts.length;
  if (!few || secretName.test(path) || distinct.some((text) => text === '' || text.length > 40)) return [];
  return distinct.sort().map((value) => ({ value }));
}

function examplesOf({ path, values }: Observation): string[] {
  if (secretName.test(lastName(path))) return [];
  const texts = values.map((value) => String(value).slice(0, 100)).filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 3);
}
