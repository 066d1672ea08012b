import type { MetadataEntity } from '../../core/metadata/metadata-format.ts';
import type { Entity, FieldInput, Warning } from '../../model/index.ts';

const shown = 5;
/** Below this share of known names, on both sides, metadata of that many fields is doubtful. */
const leastShare = 0.2;
const leastFields = 10;

/** Names that records of any system have. */
const common =
  /^(?:id|uuid|guid|key|self|url|archived|deleted|(?:created?|updated?|modified|last_?modified)_?(?:at|on|date|time|by)?)$/i;

export interface Belongs {
  /** False where the metadata is plainly about other records. */
  readonly merge: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * Is an account's field metadata about the records of this entity? Told by its names: what the vendor defines (not the
 * account) must be known of the entity to some part, or lie in a map that it has. `from` is the path of the metadata.
 */
export function belongsTo(entity: Entity, live: MetadataEntity, from: string): Belongs {
  const telling = live.fields.filter(({ path }) => !common.test(path));
  const isKnown = entity.fields.some(({ path }) => !common.test(path));
  if (!isKnown || telling.length === 0) return { merge: true, warnings: [] };
  const known = new Set(entity.fields.map(({ path }) => path));
  const maps = new Set(entity.fields.filter(({ type }) => type === 'object').map(({ path }) => path));
  const inMap = ({ path }: FieldInput) => [...maps].some((map) => path.startsWith(`${map}.`));
  const standard = telling.filter(({ custom }) => custom !== true);
  const matching = telling.filter(({ path }) => known.has(path));
  const names = list(telling.map(({ path }) => path));
  if (matching.length === 0 && !telling.some(inMap)) {
    const containers = new Set(entity.fields.map(({ path }) => containerOf(path)));
    const fits = standard.length === 0 && telling.some(({ path }) => containers.has(containerOf(path)));
    if (fits) return { merge: true, warnings: [] };
    return {
      merge: false,
      warnings: [
        {
          code: 'metadata_not_merged',
          message: `This field metadata is of other records: none of its fields (${names}) is one of ${entity.system} ${entity.name}; nothing of it was used. Give the metadata of ${entity.name}`,
          at: from,
        },
      ],
    };
  }
  const few =
    !telling.some(inMap) &&
    standard.length >= leastFields &&
    matching.length < standard.length * leastShare &&
    matching.length < entity.fields.length * leastShare;
  if (!few) return { merge: true, warnings: [] };
  return {
    merge: true,
    warnings: [
      {
        code: 'metadata_doubtful',
        message: `Only ${matching.length} of the ${telling.length} fields of this metadata are known of ${entity.system} ${entity.name}; it may be of another record type (it has ${names})`,
        at: from,
      },
    ],
  };
}

/** `properties.email` → `properties`; '' for what the record itself holds. */
function containerOf(path: string): string {
  const [first = '', ...rest] = path.split(/(?<!\\)\./);
  return rest.length === 0 ? '' : first.replace(/\[\]$/, '');
}

function list(names: readonly string[]): string {
  return names.slice(0, shown).join(', ') + (names.length > shown ? ', …' : '');
}
