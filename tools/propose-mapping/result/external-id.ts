import type { Entity, MappingRow } from '../../model/index.ts';
import { chooseTransform, previewSample } from '../../model/index.ts';

/** Stamping the source's own id into the place the target keeps for it; null when either side has none. */
export function externalIdRow(source: Entity, target: Entity): MappingRow | null {
  const from = source.fields.find(({ path }) => path === source.idField);
  const to = target.fields.find(({ path }) => path === target.externalIdField);
  if (from === undefined || to === undefined || to.readOnly) return null;
  // Mailchimp finds members by e-mail address: a place that means something of its own is not for ids.
  if (['email', 'phone', 'uri', 'date'].includes(to.format ?? '')) return null;
  const chosen = chooseTransform(from, to);
  const transform = chosen.kind === 'cast' ? chosen : ({ kind: 'identity' } as const);
  return {
    target: to.path,
    sources: [from.path],
    transform,
    confidence: 0.97,
    evidence: [
      {
        signal: 'external-id',
        says: `external-id stamping: ${target.system} keeps a place for the other system's id, so a record is found again and never made twice`,
        for: true,
      },
    ],
    alternatives: [],
    status: 'proposed',
    sample: previewSample([from], transform),
  };
}
