import type { Transform } from '../../tools/model/index.ts';
import type { MappingCase } from '../dataset/mapping-case.ts';

export interface Ranked {
  readonly sources: readonly string[];
  readonly confidence: number;
}
export interface Proposed extends Ranked {
  /** Null: this matcher does not say how the value is converted. */
  readonly transform: Transform | null;
}
/** What a matcher says about one target field. */
export interface Prediction {
  readonly target: string;
  /** Single sources, best first. */
  readonly ranked: readonly Ranked[];
  readonly proposed: Proposed | null;
}
/** Two fields that identify the same record. */
export interface MatchKey {
  readonly source: string;
  readonly target: string;
}
/** What a matcher says about a case. */
export interface CasePrediction {
  readonly targets: readonly Prediction[];
  /** Best first; null: this matcher does not propose match keys. */
  readonly matchKeys: readonly MatchKey[] | null;
}

/** Predicts every target field of a case. One that asks a model may take its time. */
export interface Matcher {
  readonly name: string;
  /** Why it cannot run here (`no ANTHROPIC_API_KEY`), or null. Absent: it always can. */
  readonly notRun?: (environment: NodeJS.ProcessEnv) => string | null;
  predict(mappingCase: MappingCase): CasePrediction | Promise<CasePrediction>;
  /** What is to be said of the predictions so far, such as their price. */
  readonly remarks?: () => readonly string[];
}
