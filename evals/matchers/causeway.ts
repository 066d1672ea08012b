import {
  type MatchModel,
  type MatchResult,
  matchEntities,
  type Ranking,
  rankAll,
  shippedModel,
} from '../../tools/propose-mapping/index.ts';
import type { MappingCase } from '../dataset/mapping-case.ts';
import { toEntity } from '../dataset/to-entity.ts';
import type { CasePrediction, Matcher } from './matcher.ts';

/** The product's own: what `propose_mapping` would answer with the figures that ship. */
export const causeway: Matcher = causewayWith(() => shippedModel);

/** The same with other figures, which may differ from case to case. */
export function causewayWith(modelFor: (mappingCase: MappingCase) => MatchModel): Matcher {
  return {
    name: 'causeway',
    predict(mappingCase) {
      const model = modelFor(mappingCase);
      const source = toEntity(mappingCase.source);
      const target = toEntity(mappingCase.target);
      return predictionOf(matchEntities(source, target, model), rankAll(source, target, model));
    },
  };
}

/** `rankings` of all fields, those that a mapping leaves out too: cases have rows between whole records. */
export function predictionOf({ mapping }: MatchResult, rankings: readonly Ranking[]): CasePrediction {
  const rows = new Map(mapping.rows.map((row) => [row.target, row]));
  const targets = rankings.map(({ target, candidates }) => {
    const row = rows.get(target.field.path);
    return {
      target: target.field.path,
      ranked: candidates.map(({ source, confidence }) => ({ sources: [source.field.path], confidence })),
      proposed:
        row === undefined
          ? null
          : { sources: row.sources, transform: row.transform, confidence: row.confidence },
    };
  });
  return { targets, matchKeys: mapping.matchKeys };
}
