import type { Plan } from '../plan/plan.ts';
import { emitAttributes } from './attributes-file.ts';
import { emitClient } from './client-file.ts';
import { emitCodes } from './codes-file.ts';
import { emitConfig, emitEnvExample } from './config-file.ts';
import { emitConnection } from './connection-file.ts';
import { emitDeployment } from './deploy/deployment.ts';
import { emitReadme } from './docs/readme-file.ts';
import { emitRunbook } from './docs/runbook-file.ts';
import type { GeneratedFile } from './generated-file.ts';
import { emitMapping } from './mapping-file.ts';
import { emitOverrides } from './overrides-file.ts';
import { emitPackageFiles } from './package-files.ts';
import { emitPrepare } from './prepare-file.ts';
import { pruneExports } from './prune-exports.ts';
import { emitSchema } from './schema-file.ts';
import { copyTemplates } from './template-files.ts';
import { emitConfigTest } from './tests/config-test-file.ts';
import { emitFakes } from './tests/fakes-file.ts';
import { emitRecords } from './tests/records-file.ts';
import { emitSchemaTest } from './tests/schema-test-file.ts';
import { emitTransformTest } from './tests/transform-test-file.ts';
import { emitTransform } from './transform-file.ts';
import { emitValues } from './values-file.ts';

/** Every file of a connector, not yet formatted. */
export async function emitFiles(plan: Plan): Promise<GeneratedFile[]> {
  const transform = emitTransform(plan);
  const values = await emitValues(transform.helpers);
  const codes = emitCodes(transform.codeLists);
  const own: GeneratedFile[] = [
    emitClient(plan, 'source'),
    emitClient(plan, 'target'),
    emitConfig(plan),
    emitConnection(plan),
    emitOverrides(plan),
    emitPrepare(plan),
    emitSchema(plan),
    { path: transform.path, content: transform.content },
    ...(values === null ? [] : [values]),
    ...(codes === null ? [] : [codes]),
    emitConfigTest(plan),
    emitFakes(plan),
    emitRecords(plan),
    emitSchemaTest(plan),
    emitTransformTest(plan),
  ];
  const code = await withTemplates(own);
  const deployment = emitDeployment(plan);
  return [
    ...code,
    emitAttributes([...code, ...deployment]),
    ...emitPackageFiles(plan),
    ...deployment,
    emitMapping(plan),
    emitEnvExample(plan),
    emitReadme(plan),
    emitRunbook(plan),
  ];
}

const always = [
  'src/health.ts',
  'src/main.ts',
  'src/replay.ts',
  'test/file-state-test.ts',
  'test/http-test.ts',
  'test/paging-test.ts',
  'test/sync-rules-test.ts',
  'test/sync-test.ts',
  'test/write-record-test.ts',
];

/** Adds what is used of templates/: the files that something imports, directly or through another. */
async function withTemplates(own: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const files = new Map(own.map((file) => [file.path, file]));
  const roots = await copyTemplates(always);
  for (const file of roots) files.set(file.path, file);
  for (;;) {
    const missing = [...importedBy(files.values())].filter((path) => !files.has(path));
    if (missing.length === 0) break;
    for (const file of await copyTemplates(missing)) files.set(file.path, file);
  }
  const kept = new Set([...own, ...roots].map(({ path }) => path));
  let before: GeneratedFile[] = [];
  let after = [...files.values()];
  while (after.map(({ content }) => content).join() !== before.map(({ content }) => content).join()) {
    before = after;
    const pruned = pruneExports(before);
    const imported = importedBy(pruned);
    after = pruned.filter(({ path }) => kept.has(path) || imported.has(path));
  }
  return after;
}

function importedBy(files: Iterable<GeneratedFile>): Set<string> {
  return new Set([...files].flatMap(importsOf));
}

/** Paths of the connector's own files that a file imports. */
function importsOf({ path, content }: GeneratedFile): string[] {
  return [...content.matchAll(/ from ['"](\.{1,2}\/[A-Za-z0-9./-]+\.ts)['"];/g)].map(([, relative = '']) =>
    new URL(relative, `file:///${path}`).pathname.slice(1),
  );
}
