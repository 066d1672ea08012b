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

/** Predicts every target field of a case. */
export interface Matcher {
  readonly name: string;
  predict(mappingCase: MappingCase): Prediction[];
}
