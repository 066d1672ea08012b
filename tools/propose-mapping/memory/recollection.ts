import type { Entity, RememberedRow, Transform } from '../../model/index.ts';
import type { FieldProfile } from '../profile/field-profile.ts';
import { splitIdentifier } from '../words/split-identifier.ts';

/** How near an earlier decision is: the very connection, the same two systems, or another pair in the workspace. */
export type MemoryLayer = 'connection' | 'vendor pair' | 'workspace';

/** What earlier decisions say about one pair of fields. */
export interface Recollection {
  readonly layer: MemoryLayer;
  readonly verdict: 'approved' | 'rejected';
  /** Decisions of that layer that say so. */
  readonly times: number;
  /** The system that taught it. */
  readonly learnedFrom: string;
  /** What was done with the value, where the very connection was decided. */
  readonly transform: Transform | null;
}

/** Added to the score and, as log odds, to the confidence of a pair. */
export const memoryBonus: Readonly<Record<MemoryLayer, { score: number; logOdds: number }>> = {
  connection: { score: 12, logOdds: 6 },
  'vendor pair': { score: 5, logOdds: 2.5 },
  workspace: { score: 2, logOdds: 0.8 },
};

const layers: readonly MemoryLayer[] = ['connection', 'vendor pair', 'workspace'];

/** Earlier decisions, ready to be asked about pairs of two records. */
export class Recollections {
  readonly #found = new Map<string, Recollection>();

  constructor(rows: readonly RememberedRow[], source: Entity, target: Entity) {
    for (const row of rows) {
      if (row.sourcePaths.length !== 1) continue;
      const layer = layerOf(row, source, target);
      const keys =
        layer === 'workspace'
          ? spelledKeys(row, source, target)
          : [pathKey(row.sourcePaths[0] ?? '', row.targetPath)];
      for (const key of keys) this.#add(key, layer, row);
    }
  }

  /** Nothing was ever decided. */
  get empty(): boolean {
    return this.#found.size === 0;
  }

  /** What the nearest layer says about a pair; null when nothing does. */
  about(source: FieldProfile, target: FieldProfile): Recollection | null {
    if (this.empty) return null;
    const s = source.field.path;
    const t = target.field.path;
    return (
      this.#found.get(pathKey(s, t)) ??
      this.#found.get(`source ${spelled(s)} ${t}`) ??
      this.#found.get(`target ${s} ${spelled(t)}`) ??
      null
    );
  }

  #add(key: string, layer: MemoryLayer, row: RememberedRow): void {
    const verdict = row.verdict === 'rejected' ? 'rejected' : 'approved';
    const known = this.#found.get(key);
    if (known !== undefined && known.layer === layer && known.verdict === verdict) {
      this.#found.set(key, { ...known, times: known.times + 1 });
      return;
    }
    // Newest first: of one layer the first decision stands, and a nearer layer overrules.
    if (known !== undefined && layers.indexOf(known.layer) <= layers.indexOf(layer)) return;
    const learnedFrom = `${row.source.system} ${row.source.entity} → ${row.target.system} ${row.target.entity}`;
    const transform = layer === 'connection' && verdict === 'approved' ? row.transform : null;
    this.#found.set(key, { layer, verdict, times: 1, learnedFrom, transform });
  }
}

function layerOf({ source, target }: RememberedRow, s: Entity, t: Entity): MemoryLayer {
  if (source.system !== s.system || target.system !== t.system) return 'workspace';
  return source.entity === s.name && target.entity === t.name ? 'connection' : 'vendor pair';
}

const pathKey = (source: string, target: string) => `pair ${source} ${target}`;

/** A path's words in lower case, whatever the vendor's way of writing them. */
function spelled(path: string): string {
  return splitIdentifier(path.replace(/^(?:properties|fields|attributes|data)\./, '')).join('');
}

/** Another pair of systems teaches where one side is the same record: the other side's field by its spelling. */
function spelledKeys(
  { source, target, sourcePaths, targetPath }: RememberedRow,
  s: Entity,
  t: Entity,
): string[] {
  const from = sourcePaths[0] ?? '';
  const keys: string[] = [];
  if (target.system === t.system && target.entity === t.name)
    keys.push(`source ${spelled(from)} ${targetPath}`);
  if (source.system === s.system && source.entity === s.name)
    keys.push(`target ${from} ${spelled(targetPath)}`);
  return keys;
}
