import { type MatchModel, matchEntities, rankAll, shippedModel } from '../../tools/propose-mapping/index.ts';
import type { MappingCase } from '../dataset/mapping-case.ts';
import { toEntity } from '../dataset/to-entity.ts';
import type { Matcher } from './matcher.ts';

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
      const { mapping } = matchEntities(source, target, model);
      const rows = new Map(mapping.rows.map((row) => [row.target, row]));
      const targets = rankAll(source, target, model).map((ranking) => {
        const row = rows.get(ranking.target.field.path);
        return {
          target: ranking.target.field.path,
          ranked: ranking.candidates.map((one) => ({
            sources: [one.source.field.path],
            confidence: one.confidence,
          })),
          proposed:
            row === undefined
              ? null
              : { sources: row.sources, transform: row.transform, confidence: row.confidence },
        };
      });
      return { targets, matchKeys: mapping.matchKeys };
    },
  };
}
