import type { RememberedRow } from '../../tools/model/index.ts';
import { matchEntities, rankAll, shippedModel } from '../../tools/propose-mapping/index.ts';
import type { CaseSide, MappingCase } from '../dataset/mapping-case.ts';
import { toEntity } from '../dataset/to-entity.ts';
import { truthsOf } from '../dataset/truth.ts';
import { predictionOf } from './causeway.ts';
import type { Matcher } from './matcher.ts';

/**
 * The product's matcher in a workspace where people have approved the rows of all other `cases`. Cases between the same
 * two record types are left out of the memory too: they would tell the answer.
 */
export function warmMatcher(cases: readonly MappingCase[]): Matcher {
  return {
    name: 'warm',
    predict(mappingCase) {
      const others = cases.filter((other) => !isSameConnection(other, mappingCase));
      const systems = [mappingCase.source.system, mappingCase.target.system];
      // As the product's memory: what was decided about either system.
      const remembered = others
        .filter((other) => systems.includes(other.source.system) || systems.includes(other.target.system))
        .flatMap(decisionsOf);
      const source = toEntity(mappingCase.source);
      const target = toEntity(mappingCase.target);
      return predictionOf(
        matchEntities(source, target, shippedModel, remembered),
        rankAll(source, target, shippedModel, remembered),
      );
    },
  };
}

function isSameConnection(a: MappingCase, b: MappingCase): boolean {
  return a.id === b.id || (isSameRecord(a.source, b.source) && isSameRecord(a.target, b.target));
}

function isSameRecord(a: CaseSide, b: CaseSide): boolean {
  return a.system === b.system && a.entity === b.entity;
}

/** The first right answer of every target, as a person would have approved it. */
function decisionsOf(one: MappingCase): RememberedRow[] {
  const source = { system: one.source.system, entity: one.source.entity };
  const target = { system: one.target.system, entity: one.target.entity };
  return truthsOf(one).flatMap(({ target: targetPath, complete: [sources] }) =>
    sources === undefined
      ? []
      : [
          {
            source,
            target,
            sourcePaths: [...sources],
            targetPath,
            verdict: 'approved' as const,
            transform: { kind: 'rename' as const },
          },
        ],
  );
}
