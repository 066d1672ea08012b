import { z } from 'zod';
import type { DoubtfulRow } from './doubtful-rows.ts';

const Sureness = z.enum(['high', 'medium', 'low']);
export type Sureness = z.infer<typeof Sureness>;

/** The form of the answer: per row number the number of a candidate, or 0 for none of them. */
export const AnswerForm = z.strictObject({
  rows: z.array(z.strictObject({ row: z.int(), pick: z.int(), sure: Sureness })),
});

/** What the model said about one target. */
export interface Verdict {
  /** Path of the source it takes; null: none of those offered. */
  readonly pick: string | null;
  readonly sure: Sureness;
  /** Paths of the sources it chose from. */
  readonly offered: readonly string[];
}
/** By path of the target. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/**
 * Reads an answer to these rows; null when it has not the form that was asked for. What was not offered is left out, and
 * so is a row that is answered twice.
 */
export function readVerdicts(text: string, rows: readonly DoubtfulRow[]): Verdicts | null {
  const answer = AnswerForm.safeParse(parsed(text));
  if (!answer.success) return null;
  const found = new Map<string, Verdict>();
  for (const { row, pick, sure } of answer.data.rows) {
    const asked = rows[row - 1];
    if (asked === undefined || answer.data.rows.filter((other) => other.row === row).length > 1) continue;
    const offered = asked.candidates.map(({ source }) => source.field.path);
    const picked = pick === 0 ? null : offered[pick - 1];
    if (picked !== undefined) found.set(asked.target.field.path, { pick: picked, sure, offered });
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
