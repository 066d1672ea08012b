import type { Mapping, MappingRow } from '../../tools/model/index.ts';

/** A row with the uninteresting parts filled in. */
export function row(given: Partial<MappingRow> & Pick<MappingRow, 'target' | 'sources'>): MappingRow {
  return {
    transform: { kind: 'rename' },
    confidence: 0.98,
    evidence: [],
    alternatives: [],
    status: 'proposed',
    sample: null,
    ...given,
  };
}

/** A small mapping with one of everything a reviewer can meet. */
export const mapping: Mapping = {
  source: { system: 'hubspot', entity: 'contact', schema: 'schema_1' },
  target: { system: 'netsuite', entity: 'customer', schema: 'schema_2' },
  rows: [
    row({ target: 'email', sources: ['properties.email'] }),
    row({
      target: 'entityName',
      sources: ['properties.firstname', 'properties.lastname'],
      transform: { kind: 'concat', separator: ' ' },
      confidence: 0.93,
    }),
    row({
      target: 'phone',
      sources: ['properties.fax'],
      confidence: 0.6,
      evidence: [
        { signal: 'type', says: 'both are text', for: true },
        { signal: 'name', says: 'fax is not <phone> & @channel', for: false },
      ],
      alternatives: [{ sources: ['properties.phone'], transform: { kind: 'rename' }, confidence: 0.55 }],
    }),
    row({ target: 'comments', sources: ['properties.notes'], status: 'rejected' }),
  ],
  matchKeys: [{ source: 'properties.email', target: 'email', confidence: 0.95 }],
  unmappedRequired: [
    { target: 'subsidiary', why: 'HubSpot has nothing like it', candidates: ['properties.company'] },
  ],
  unmappedTargets: ['altEmail'],
  unusedSources: ['properties.twitter'],
  incompatibilities: [
    { target: 'phone', source: 'properties.fax', kind: 'length', message: '40 letters into 22', lossy: true },
  ],
};
