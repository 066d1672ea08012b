import { type LanguageModel, type ModelAnswer, toCausewayError } from '../../core/index.ts';
import type { Entity } from '../../model/index.ts';
import type { DoubtfulRow } from './doubtful-rows.ts';
import { instructions, questionsFor } from './question.ts';
import { AnswerForm, readVerdicts, type Verdict, type Verdicts } from './verdicts.ts';

/** What came of asking. */
export interface Assistance {
  readonly verdicts: Verdicts;
  readonly tokens: number;
  /** Why rows are as the matcher alone left them; null when every question was answered. */
  readonly warning: string | null;
}

/** Somebody waits for the mapping: what is not answered by then goes without. */
const patience = 45_000;

/**
 * Asks the model about doubtful rows, in one question unless they are too many. A model that fails, refuses, takes longer
 * than `ms` for all of them, or answers in another form costs a warning, nothing else. Throws only when `signal` aborts.
 */
export async function askModel(
  model: LanguageModel,
  rows: readonly DoubtfulRow[],
  source: Entity,
  target: Entity,
  signal: AbortSignal,
  ms = patience,
): Promise<Assistance> {
  const verdicts = new Map<string, Verdict>();
  let tokens = 0;
  const timeout = AbortSignal.timeout(ms);
  const unanswered = (why: string): Assistance => {
    const left = rows.length - verdicts.size;
    const what = left === 1 ? '1 doubtful row is' : `${left} doubtful rows are`;
    return { verdicts, tokens, warning: `The model could not help: ${why}; ${what} as found without it` };
  };
  for (const question of questionsFor(rows, source, target)) {
    let answer: ModelAnswer;
    try {
      answer = await model.answer({
        instructions,
        data: question.data,
        form: AnswerForm,
        // A row is answered in about 20 tokens; the rest is room for a model that thinks aloud or spaces its JSON.
        maxTokens: 1024 + 60 * question.rows.length,
        signal: AbortSignal.any([signal, timeout]),
      });
    } catch (thrown) {
      signal.throwIfAborted();
      if (timeout.aborted) return unanswered(`it took longer than ${ms / 1000} s`);
      return unanswered(toCausewayError(thrown).message);
    }
    tokens += answer.tokens;
    if (answer.ending === 'refused') return unanswered('it refused to answer');
    if (answer.ending === 'cut') return unanswered('its answer was too long');
    const read = readVerdicts(answer.text, question.rows);
    if (read === null) return unanswered('it answered in another form than asked for');
    for (const [path, verdict] of read) verdicts.set(path, verdict);
  }
  return { verdicts, tokens, warning: null };
}
