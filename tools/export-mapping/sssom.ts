import type { MappingRow, MappingSide } from '../model/index.ts';
import type { IdentifiedMapping } from './identified-mapping.ts';

const columns = [
  'subject_id',
  'subject_label',
  'predicate_id',
  'predicate_modifier',
  'object_id',
  'object_label',
  'mapping_justification',
  'confidence',
  'mapping_tool',
  'comment',
] as const;
type Line = Readonly<Record<(typeof columns)[number], string>>;

/**
 * SSSOM/TSV (https://mapping-commons.github.io/sssom): one line per source of a row. The subject is the source field;
 * rows of several sources are related, not matching; a rejected row says "Not"; rows without a source have no subject
 * and are left out.
 */
export function toSssom(mapping: IdentifiedMapping): string {
  const { source, target } = mapping;
  const lines = mapping.rows.flatMap((row) =>
    row.sources.map(
      (path): Line => ({
        subject_id: curie('source', path),
        subject_label: path,
        predicate_id: predicateOf(row),
        predicate_modifier: row.status === 'rejected' ? 'Not' : '',
        object_id: curie('target', row.target),
        object_label: row.target,
        mapping_justification:
          row.status === 'proposed' ? 'semapv:CompositeMatching' : 'semapv:ManualMappingCuration',
        confidence: row.confidence.toString(),
        mapping_tool: 'causeway',
        comment: `${row.status}; transform: ${JSON.stringify(row.transform)}`,
      }),
    ),
  );
  const head = [
    '#curie_map:',
    `#  source: ${iri(source)}`,
    `#  target: ${iri(target)}`,
    '#  skos: http://www.w3.org/2004/02/skos/core#',
    '#  semapv: https://w3id.org/semapv/vocab/',
    `#mapping_set_id: urn:causeway:${mapping.id}`,
    '#license: https://w3id.org/sssom/license/unspecified',
    `#subject_source: ${iri(source)}`,
    `#object_source: ${iri(target)}`,
    '#mapping_tool: causeway',
  ];
  const table = [
    columns.join('\t'),
    ...lines.map((line) => columns.map((name) => cell(line[name])).join('\t')),
  ];
  return `${[...head, ...table].join('\n')}\n`;
}

function predicateOf({ sources, transform }: MappingRow): string {
  if (sources.length > 1) return 'skos:relatedMatch';
  switch (transform.kind) {
    case 'identity':
    case 'rename':
    case 'nest':
    case 'unnest':
      return 'skos:exactMatch';
    case 'split':
    case 'aggregate':
    case 'conditional':
    case 'expression':
      return 'skos:relatedMatch';
    default:
      return 'skos:closeMatch';
  }
}

/** Names come from outside: whatever is not plain in an IRI is percent-encoded. */
function iri({ system, entity }: MappingSide): string {
  return `urn:causeway:${encodeURIComponent(system)}:${encodeURIComponent(entity)}:`;
}

function curie(prefix: string, path: string): string {
  return `${prefix}:${encodeURIComponent(path)}`;
}

/** A cell of a TSV has no tabs and no line breaks. */
function cell(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
