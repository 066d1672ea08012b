import { areSynonyms, enumKey, type Scalar } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import type { Candidate, Ranking } from '../score/rank.ts';
import type { Proposal } from './compose.ts';

/** A status that the source tells by several flags: `isWon`, `isClosed`. Null when they do not name its values. */
export function composeStatus({ target, candidates }: Ranking): Proposal | null {
  const { field } = target;
  if (field.enum.length < 2 || target.repeated) return null;
  const values = field.enum.map(({ value }) => value);
  const said = candidates.flatMap((candidate) => flagOf(candidate, values));
  const cases = firstPerValue(withLost(said, candidates, values));
  const [first, ...more] = cases.sort((a, b) => rankOf(a) - rankOf(b));
  const otherwise = values.find(
    (value) => !cases.some((one) => one.value === value) && isAtRest(enumKey(value)),
  );
  if (first === undefined || more.length === 0 || otherwise === undefined) return null;
  return {
    sources: cases.map(({ source }) => source),
    confidence: 0.7,
    transform: {
      kind: 'conditional',
      equals: yesOf(first.source),
      match: first.value,
      otherwise,
      cases: more.map(({ source, value }, at) => ({ source: at + 1, equals: yesOf(source), match: value })),
    },
    evidence: [
      {
        signal: 'values',
        says: `flags name its values: ${cases.map(({ source, value }) => `${source.field.path} ${value}`).join(', ')}; else ${otherwise}`,
        for: true,
      },
    ],
  };
}

interface Case {
  readonly source: FieldProfile;
  readonly words: string;
  readonly value: Scalar;
}

const small = new Set(['is', 'has', 'was', 'flag', 'hs']);

function wordsOf({ nameWords }: FieldProfile): string {
  return nameWords.filter((word) => !small.has(word)).join(' ');
}

function isFlag(source: FieldProfile): boolean {
  if (source.repeated) return false;
  return (
    source.kind === 'boolean' ||
    (source.kind === 'text' && /(?:^|[._])(?:is_|[iI]s[A-Z])/.test(source.field.path))
  );
}

function flagOf({ source }: Candidate, values: readonly Scalar[]): Case[] {
  if (!isFlag(source)) return [];
  const words = wordsOf(source);
  const value = values.find((one) => one !== null && areSynonyms(enumKey(one), words));
  return value === undefined ? [] : [{ source, words, value }];
}

/** What is closed and not won is lost. */
function withLost(cases: Case[], candidates: readonly Candidate[], values: readonly Scalar[]): Case[] {
  const lost = values.find((value) => value !== null && enumKey(value) === 'lost');
  const won = cases.some(({ value }) => value !== null && enumKey(value) === 'won');
  if (lost === undefined || !won || cases.some(({ value }) => value === lost)) return cases;
  const closed = candidates.find(({ source }) => isFlag(source) && wordsOf(source) === 'closed');
  return closed === undefined ? cases : [...cases, { source: closed.source, words: 'closed', value: lost }];
}

function firstPerValue(cases: readonly Case[]): Case[] {
  return cases.filter((one, at) => cases.findIndex(({ value }) => value === one.value) === at);
}

/** What ends a record outweighs that it was active once, and "closed" says least. */
function rankOf({ words }: Case): number {
  return words === 'closed' ? 2 : areSynonyms(words, 'active') ? 1 : 0;
}

function isAtRest(value: string): boolean {
  return ['open', 'pending', 'active', 'none', 'draft'].some((word) => areSynonyms(value, word));
}

function yesOf({ kind }: FieldProfile): Scalar {
  return kind === 'boolean' ? true : 'true';
}
