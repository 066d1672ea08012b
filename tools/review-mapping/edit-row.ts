import { canonicalJson, RequestError } from '../core/index.ts';
import {
  chooseTransform,
  type Entity,
  type Field,
  type MappingRow,
  previewSample,
  type Transform,
} from '../model/index.ts';
import type { Decision } from './decision.ts';
import { refuseUnknown } from './legal-names.ts';

const sourceless = new Set<Transform['kind']>(['constant']);
const several = new Set<Transform['kind']>(['concat', 'expression']);

/** The row as a person wants it, with a new preview; what it was stays as the first alternative. */
export function editRow(
  row: MappingRow | undefined,
  decision: Decision,
  source: Entity,
  field: Field,
): MappingRow {
  const paths = decision.sources ?? (decision.transform?.kind === 'constant' ? [] : (row?.sources ?? []));
  const sources = paths.map((path) => sourceField(path, source));
  const transform = decision.transform ?? keptTransform(decision, row) ?? transformFor(sources, field, row);
  checkCount(decision.target, sources.length, transform);
  const old = row === undefined || isMadeAlike(row, paths, transform) ? [] : [optionOf(row)];
  return {
    target: field.path,
    sources: paths,
    transform,
    confidence: 1,
    evidence: [{ signal: 'person', says: 'decided by a person', for: true }],
    alternatives: [...old, ...(row?.alternatives ?? [])].slice(0, 5),
    status: 'edited',
    sample: previewSample(sources, transform),
    ...given('when', decision.when, row?.when),
    ...given('conflict', decision.conflict, row?.conflict),
  };
}

function isMadeAlike(row: MappingRow, sources: readonly string[], transform: Transform): boolean {
  return (
    canonicalJson({ sources: row.sources, transform: row.transform }) ===
    canonicalJson({ sources, transform })
  );
}

function optionOf({ sources, transform, confidence }: MappingRow): MappingRow['alternatives'][number] {
  return { sources, transform, confidence };
}

/** A decision that only says when a row applies, or whose value stands, leaves how the value is made. */
function keptTransform({ sources }: Decision, row: MappingRow | undefined): Transform | undefined {
  return sources === undefined ? row?.transform : undefined;
}

/** What a person says, null being the word for none; what they do not mention stays. */
function given<K extends 'when' | 'conflict', V>(
  name: K,
  said: V | null | undefined,
  before: V | undefined,
): Partial<Record<K, V>> {
  const value = said === undefined ? before : said;
  return value === undefined || value === null ? {} : ({ [name]: value } as Record<K, V>);
}

export function sourceField(path: string, source: Entity): Field {
  const legal = source.fields.filter((field) => !field.writeOnly);
  const found = legal.find((field) => field.path === path);
  return (
    found ??
    refuseUnknown(
      'unknown_source',
      `readable field of ${source.system} ${source.name}`,
      path,
      legal.map((field) => field.path),
    )
  );
}

function transformFor(sources: readonly Field[], field: Field, row: MappingRow | undefined): Transform {
  const [first] = sources;
  if (first === undefined) {
    throw new RequestError(
      'bad_decision',
      `The decision for ${field.path} names no source`,
      'Give sources, or a transform of kind constant',
    );
  }
  if (sources.length > 1)
    return row?.transform.kind === 'concat' ? row.transform : { kind: 'concat', separator: ' ' };
  return chooseTransform(first, field);
}

function checkCount(target: string, count: number, { kind }: Transform): void {
  const wrong = sourceless.has(kind) ? count > 0 : count === 0 || (count > 1 && !several.has(kind));
  if (!wrong) return;
  throw new RequestError(
    'bad_decision',
    `A ${kind} cannot be made of ${count} sources (decision for ${target})`,
    sourceless.has(kind)
      ? 'Leave sources out'
      : several.has(kind)
        ? 'Give at least one source'
        : 'Give exactly one source, or a transform of kind concat',
  );
}
