import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseField, type CaseSide, MappingCase } from '../../dataset/mapping-case.ts';

const folder = join(import.meta.dirname, '../../cases');

/** The sides of our own cases, in the order of their file names. */
function allSides(): { sources: CaseSide[]; targets: CaseSide[] } {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const cases = files.map((name) => MappingCase.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return { sources: cases.map(({ source }) => source), targets: cases.map(({ target }) => target) };
}

/** Two records of `size` fields each, put together from real ones; another `variant` takes other fields. */
export function largeRecords(size: number, variant: number): { source: CaseSide; target: CaseSide } {
  const { sources, targets } = allSides();
  return {
    source: joined('source', sources, size, variant),
    target: joined('target', targets, size, variant),
  };
}

/** Fields of the sides in turn, from the `variant`-th side on, until there are enough; each path once. */
function joined(system: string, sides: readonly CaseSide[], size: number, variant: number): CaseSide {
  const fields = new Map<string, CaseField>();
  for (let at = 0; at < sides.length && fields.size < size; at += 1) {
    for (const field of sides[(at + variant) % sides.length]?.fields ?? []) {
      if (fields.size < size && !fields.has(field.path)) fields.set(field.path, field);
    }
  }
  if (fields.size < size) throw new Error(`the cases have only ${fields.size} fields for ${system}`);
  return { system, entity: 'record', fields: [...fields.values()] };
}
