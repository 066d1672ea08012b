import type { LanguageModel } from '../core/index.ts';
import { askModel } from './assist/ask-model.ts';
import { doubtfulRows } from './assist/doubtful-rows.ts';
import type { Verdicts } from './assist/verdicts.ts';
import { type MatchResult, mappingOf } from './match-entities.ts';
import type { RankedFields } from './rank-fields.ts';

/** A mapping, and what a model had to do with it. */
export interface Assisted extends MatchResult {
  /** Rows that the model was asked about. */
  readonly asked: number;
  /** What it said, by target. */
  readonly verdicts: Verdicts;
  /** Tokens it read and wrote. */
  readonly tokens: number;
  /** Why rows are as found without it; null when it could answer. */
  readonly warning: string | null;
}

/**
 * The mapping that these rankings make, where `model` is asked about the doubtful rows; null: the matcher's own. A model
 * that fails never fails the mapping. Throws only when `signal` aborts.
 */
export async function assistedMapping(
  ranked: RankedFields,
  model: LanguageModel | null,
  signal: AbortSignal,
): Promise<Assisted> {
  const own = mappingOf(ranked);
  const rows = model === null ? [] : doubtfulRows(own.mapping.rows, ranked.usable, ranked.model.threshold);
  if (model === null || rows.length === 0)
    return { ...own, asked: 0, verdicts: new Map(), tokens: 0, warning: null };
  const { verdicts, tokens, warning } = await askModel(model, rows, ranked.source, ranked.target, signal);
  return { ...mappingOf(ranked, verdicts), asked: rows.length, verdicts, tokens, warning };
}
