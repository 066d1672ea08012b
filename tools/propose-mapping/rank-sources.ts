import type { Entity } from '../model/index.ts';
import { rankAll } from './score/rank.ts';

export interface RankedSource {
  readonly source: string;
  readonly confidence: number;
}

/** All source fields ranked for one target field, best first; empty when the target has no such field. */
export function rankSources(source: Entity, target: Entity, path: string): RankedSource[] {
  const ranking = rankAll(source, target).find((one) => one.target.field.path === path);
  return (ranking?.candidates ?? []).map((one) => ({
    source: one.source.field.path,
    confidence: one.confidence,
  }));
}
