import type { CaseField, MappingCase } from '../dataset/mapping-case.ts';
import { normalName } from './baseline.ts';
import type { Matcher, Prediction } from './matcher.ts';
import { trigramDice } from './trigram.ts';

const threshold = 0.5;
const delta = 0.02;

/**
 * A combination of simple matchers in the manner of COMA: letters and words of the name, letters of the whole path and
 * kinship of the types, averaged. A pair is proposed when it is at or above the threshold and no further than delta
 * from the best of its target and from the best of its source.
 */
export const coma: Matcher = {
  name: 'coma',
  predict(mappingCase) {
    const { grid, sources, targets } = similarities(mappingCase);
    const bestOfSource = sources.map((_, column) => Math.max(0, ...grid.map((row) => row[column] ?? 0)));
    return {
      matchKeys: null,
      targets: targets.map(({ field }, at): Prediction => {
        const ranked = sources
          .map((source, column) => ({ column, path: source.field.path, confidence: grid[at]?.[column] ?? 0 }))
          .sort((a, b) => b.confidence - a.confidence);
        const bestOfTarget = ranked[0]?.confidence ?? 0;
        const chosen = ranked.find(
          ({ column, confidence }) =>
            confidence >= threshold &&
            confidence >= bestOfTarget - delta &&
            confidence >= (bestOfSource[column] ?? 0) - delta,
        );
        return {
          target: field.path,
          ranked: ranked.map(({ path, confidence }) => ({ sources: [path], confidence })),
          proposed:
            chosen === undefined
              ? null
              : { sources: [chosen.path], confidence: chosen.confidence, transform: null },
        };
      }),
    };
  },
};

interface Read {
  readonly field: CaseField;
  readonly name: string;
  readonly words: ReadonlySet<string>;
  readonly path: string;
}

function similarities({ source, target }: MappingCase) {
  const sources = source.fields.map(read);
  const targets = target.fields.map(read);
  return { sources, targets, grid: targets.map((b) => sources.map((a) => similarity(a, b))) };
}

function read(field: CaseField): Read {
  return {
    field,
    name: normalName(field.path),
    words: new Set(wordsOf(field.path.split('.').at(-1) ?? '')),
    path: wordsOf(field.path).join(' '),
  };
}

/** Words of an identifier, lower case: camel and snake case, digits apart. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\p{N})/u)
    .filter((word) => word !== '');
}

/** Average of the four, 0..1. */
function similarity(a: Read, b: Read): number {
  const name = trigramDice(a.name, b.name);
  const path = trigramDice(a.path, b.path);
  return (name + wordOverlap(a.words, b.words) + path + typeKinship(a.field, b.field)) / 4;
}

function wordOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** 1 the same, 0.8 two numbers, 0.5 where one is text or unknown, else 0. */
function typeKinship(a: CaseField, b: CaseField): number {
  const [one, other] = [a, b].map(({ type }) => type.toLowerCase());
  if (one === other) return 1;
  const numbers = ['number', 'integer'];
  if (one !== undefined && other !== undefined && numbers.includes(one) && numbers.includes(other))
    return 0.8;
  return [one, other].some((type) => type === 'string' || type === 'text' || type === 'any') ? 0.5 : 0;
}
