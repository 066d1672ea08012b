import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Mapping } from '../model/index.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { toSssom } from './sssom.ts';

const base = { evidence: [], alternatives: [], sample: null };
const mapping: Mapping & { id: string } = {
  id: 'mapping_0123',
  source: { system: 'acme', entity: 'person', schema: 'schema_a' },
  target: { system: 'brix', entity: 'contact', schema: 'schema_b' },
  rows: [
    {
      ...base,
      target: 'email',
      sources: ['mails[].address'],
      transform: { kind: 'aggregate', op: 'first', separator: ', ' },
      confidence: 0.91,
      status: 'approved',
      evidence: [{ signal: 'name', says: 'both say "mail", really', for: true }],
      sample: { before: ['a@b.c'], after: 'a@b.c' },
    },
    {
      ...base,
      target: 'name',
      sources: ['first', 'last'],
      transform: { kind: 'concat', separator: ' ' },
      confidence: 0.8,
      status: 'proposed',
    },
    {
      ...base,
      target: 'x|y',
      sources: ['=cmd()'],
      transform: { kind: 'rename' },
      confidence: 0.5,
      status: 'rejected',
    },
  ],
  matchKeys: [],
  unmappedRequired: [{ target: 'kind', why: 'Required when a record is created', candidates: [] }],
  unmappedTargets: ['kind'],
  unusedSources: [],
  incompatibilities: [
    { target: 'name', source: 'last', kind: 'length', message: 'may be cut\nat 40', lossy: true },
  ],
};

test('SSSOM: a line per source, who justified it, "Not" for what was rejected', () => {
  const [head, table] = toSssom(mapping).split('\nsubject_id');
  expect(head?.split('\n').slice(0, 3)).toEqual([
    '#curie_map:',
    '#  source: urn:causeway:acme:person:',
    '#  target: urn:causeway:brix:contact:',
  ]);
  const rows = parse(`subject_id${table}`, { delimiter: '\t', columns: true, quote: false }) as Record<
    string,
    string
  >[];
  expect(
    rows.map((row) =>
      [
        'subject_id',
        'predicate_id',
        'predicate_modifier',
        'object_id',
        'mapping_justification',
        'confidence',
      ].map((name) => row[name]),
    ),
  ).toEqual([
    [
      'source:mails%5B%5D.address',
      'skos:relatedMatch',
      '',
      'target:email',
      'semapv:ManualMappingCuration',
      '0.91',
    ],
    ['source:first', 'skos:relatedMatch', '', 'target:name', 'semapv:CompositeMatching', '0.8'],
    ['source:last', 'skos:relatedMatch', '', 'target:name', 'semapv:CompositeMatching', '0.8'],
    ['source:%3Dcmd()', 'skos:exactMatch', 'Not', 'target:x%7Cy', 'semapv:ManualMappingCuration', '0.5'],
  ]);
});

test('CSV: read back whole; no cell is a formula', () => {
  expect(parse(toCsv(mapping), { columns: true })).toMatchObject([
    {
      target: 'email',
      sources: 'mails[].address',
      status: 'approved',
      evidence: '\'+ both say "mail", really',
      after: '"a@b.c"',
    },
    { target: 'name', sources: 'first + last', status: 'proposed' },
    { target: 'x|y', sources: "'=cmd()", status: 'rejected' },
    { target: 'kind', status: 'required without a source' },
  ]);
});

test('Markdown: a table in which outside names stay names', () => {
  expect(toMarkdown(mapping)).toBe(`# acme person → brix contact

| target | source | transform | confidence | status |
|---|---|---|---:|---|
| \`email\` | \`mails[].address\` | aggregate | 0.91 | approved |
| \`name\` | \`first\` + \`last\` | concat | 0.80 | proposed |
| \`x\\|y\` | \`=cmd()\` | rename | 0.50 | rejected |

Required, without a source:

- \`kind\`: Required when a record is created

Does not fit as it is:

- \`last\` → \`name\`: may be cut at 40 (lossy)
`);
});
