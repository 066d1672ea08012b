import { Writable } from 'node:stream';
import { Keyv } from 'keyv';
import { pino } from 'pino';
import { ArtifactStore, noMemory, readConfig, type ToolContext } from '../../core/index.ts';
import { Entity, type Mapping, type MappingRow } from '../../model/index.ts';
import { temporaryFolder } from './git-sandbox.ts';

export const name = 'hubspot-contact-to-netsuite-contact';
export const folder = `integrations/${name}`;
export const branch = `causeway/${name}`;

export const files = [
  { path: 'mapping.yaml', content: 'rows: []\n' },
  { path: 'src/transform.ts', content: 'export const one = 1;\n' },
  { path: 'src/overrides.ts', content: '// yours\n' },
  { path: 'test/empty.txt', content: '' },
];
export const paths = [
  `${folder}/mapping.yaml`,
  `${folder}/src/overrides.ts`,
  `${folder}/src/transform.ts`,
  `${folder}/test/empty.txt`,
];

const entity = (system: string, provenance: string, fields: unknown[]) =>
  Entity.parse({
    system,
    name: 'contact',
    label: 'Contact',
    description: null,
    idField: 'id',
    naturalKeys: ['email'],
    externalIdField: null,
    createdField: null,
    updatedField: null,
    fields,
    operations: {},
    api: { baseUrl: 'https://api.example.com' },
    warnings: [],
    provenance: [provenance],
  });

export const source = entity('hubspot', 'HubSpot catalog', [
  { path: 'properties.email', type: 'string' },
  { path: 'properties.firstname', type: 'string', label: 'First Name' },
  { path: 'properties.jobtitle', type: 'string', label: 'Job Title' },
]);
export const target = entity('netsuite', 'NetSuite catalog', [
  { path: 'email', type: 'string', label: 'E-mail' },
  { path: 'firstName', type: 'string', label: 'First Name' },
  { path: 'title', type: 'string', label: 'Job Title' },
  { path: 'subsidiary', type: 'object', label: 'Subsidiary', required: true },
]);

export function row(at: Partial<MappingRow> & Pick<MappingRow, 'target' | 'sources'>): MappingRow {
  return {
    transform: { kind: 'rename' },
    confidence: 0.974,
    evidence: [{ signal: 'name', says: 'same name', for: true }],
    alternatives: [],
    status: 'approved',
    sample: null,
    ...at,
  };
}

export const mapping: Mapping = {
  source: { system: 'hubspot', entity: 'contact', schema: '' },
  target: { system: 'netsuite', entity: 'contact', schema: '' },
  rows: [
    row({
      target: 'email',
      sources: ['properties.email'],
      sample: { before: 'ann@example.com', after: 'ann@example.com' },
    }),
    row({ target: 'firstName', sources: ['properties.firstname'] }),
    row({
      target: 'title',
      sources: ['properties.jobtitle'],
      status: 'proposed',
      confidence: 0.61,
      evidence: [
        { signal: 'label', says: 'same label', for: true },
        { signal: 'name', says: 'names differ', for: false },
      ],
      alternatives: [{ sources: ['properties.firstname'], transform: { kind: 'rename' }, confidence: 0.3 }],
    }),
  ],
  matchKeys: [{ source: 'properties.email', target: 'email', confidence: 0.99 }],
  unmappedRequired: [{ target: 'subsidiary', why: 'HubSpot has nothing like it', candidates: ['properties.company'] }],
  unmappedTargets: ['phone', 'subsidiary'],
  unusedSources: ['properties.zip'],
  incompatibilities: [
    {
      target: 'firstName',
      source: 'properties.firstname',
      kind: 'length',
      message: 'NetSuite holds 32 characters',
      lossy: true,
    },
  ],
};

/** A context whose store is in memory; `logged()` answers all that was logged. */
export function testContext(env: Record<string, string> = {}, cwd: string | null = '/'): ToolContext & { logged(): string } {
  let log = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  return {
    artifacts: new ArtifactStore(new Keyv()),
    config: readConfig({ CAUSEWAY_HOME: temporaryFolder('home'), ...env }),
    log: pino({ level: 'trace' }, stream),
    memory: noMemory,
    signal: new AbortController().signal,
    cwd,
    progress: (message) => {
      log += message;
    },
    logged: () => log,
  };
}

/** Stores a connector with all it refers to and answers the tool's input for it. */
export async function proposalInput<D>(
  { artifacts }: ToolContext,
  destination: D,
  connectorFiles = files,
): Promise<{ connector: string; mapping: string; report: string; destination: D; request: string; run: string }> {
  const mappingId = await artifacts.put('mapping', {
    ...mapping,
    source: { ...mapping.source, schema: await artifacts.put('schema', source) },
    target: { ...mapping.target, schema: await artifacts.put('schema', target) },
  });
  const connector = await artifacts.put('connector', { name, mapping: mappingId, files: connectorFiles });
  const report = await artifacts.put('report', {
    connector,
    verdict: 'ok',
    passed: 3,
    failed: 0,
    skipped: 1,
    mutationScore: null,
  strength: null,
    tests: [],
    error: null,
  });
  return {
    connector,
    mapping: mappingId,
    report,
    destination,
    request: 'connect HubSpot contacts to NetSuite',
    run: 'run_1',
  };
}
