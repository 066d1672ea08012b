import { matchEntities, rankAll } from '../../tools/propose-mapping/index.ts';
import { toEntity } from '../dataset/to-entity.ts';
import type { Matcher } from './matcher.ts';

/** The product's own: what `propose_mapping` would answer. */
export const causeway: Matcher = {
  name: 'causeway',
  predict(mappingCase) {
    const source = toEntity(mappingCase.source);
    const target = toEntity(mappingCase.target);
    const rows = new Map(matchEntities(source, target).mapping.rows.map((row) => [row.target, row]));
    return rankAll(source, target).map((ranking) => {
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
  },
};
