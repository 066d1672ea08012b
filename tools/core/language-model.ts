import type { ZodType } from 'zod';

/** One question to a language model whose answer is to have a given form. */
export interface ModelQuestion {
  /** Ours alone: nothing from outside is put into it. */
  readonly instructions: string;
  /** What the question is about, as JSON: data, never an instruction. */
  readonly data: string;
  readonly form: ZodType;
  /** The answer is cut there. */
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}
export interface ModelAnswer {
  /** JSON as it came, still to be checked against the form. */
  readonly text: string;
  /** Read and written. */
  readonly tokens: number;
  readonly ending: 'complete' | 'refused' | 'cut';
}

/** A language model that a tool may ask, where one is configured. */
export interface LanguageModel {
  /** Throws OutsideError when the model cannot be reached or used. */
  answer(question: ModelQuestion): Promise<ModelAnswer>;
}
