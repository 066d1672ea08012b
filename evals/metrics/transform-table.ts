import type { Truth } from '../dataset/truth.ts';
import type { JudgedProposal } from './judge.ts';
import { normalKind } from './transform-kind.ts';

/** How the targets of one gold kind fared. */
export interface KindCount {
  /** Scored targets whose gold row is of this kind. */
  readonly targets: number;
  /** Of them, those proposed from the right sources, with some transform. */
  readonly mapped: number;
  /** Of those, the ones with the right kind. */
  readonly right: number;
}
export type KindCounts = Readonly<Record<string, KindCount>>;
export type TransformTable = Readonly<Record<string, KindCount & { readonly accuracy: number | null }>>;

/** Counts of one case by gold kind. */
export function countKinds(truths: readonly Truth[], judged: readonly JudgedProposal[]): KindCounts {
  const counts: Record<string, KindCount> = {};
  const add = (truth: Truth, more: KindCount) => {
    const kind = normalKind([...truth.transforms][0] ?? 'other');
    counts[kind] = sum(counts[kind], more);
  };
  for (const truth of truths) add(truth, { targets: 1, mapped: 0, right: 0 });
  for (const { truth, right, proposed, sameTransform } of judged) {
    if (truth !== null && right && proposed.transform !== null)
      add(truth, { targets: 0, mapped: 1, right: sameTransform ? 1 : 0 });
  }
  return counts;
}

/** Counts of all cases together, kinds in order of name; accuracy is null where nothing was mapped. */
export function transformTable(cases: readonly KindCounts[]): TransformTable {
  const all: Record<string, KindCount> = {};
  for (const [kind, count] of cases.flatMap((counts) => Object.entries(counts)))
    all[kind] = sum(all[kind], count);
  return Object.fromEntries(
    Object.entries(all)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, count]) => {
        const accuracy = count.mapped === 0 ? null : Math.round((count.right / count.mapped) * 1e4) / 1e4;
        return [kind, { ...count, accuracy }];
      }),
  );
}

function sum(a: KindCount | undefined, b: KindCount): KindCount {
  return {
    targets: (a?.targets ?? 0) + b.targets,
    mapped: (a?.mapped ?? 0) + b.mapped,
    right: (a?.right ?? 0) + b.right,
  };
}
