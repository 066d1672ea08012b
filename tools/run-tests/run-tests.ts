import { z } from 'zod';
import { runTests as runInSandbox } from '../../sandbox/index.ts';
import { defineTool } from '../core/index.ts';
import { PlantedFault, type Strength, TestReport } from '../model/index.ts';
import { makeReport } from './make-report.ts';
import type { MeasureOptions } from './mutation/measure-strength.ts';

/** Most failures that an answer shows; the report has them all. */
const shown = 20;

const Output = z.strictObject({
  report: z.string().describe('Id of the whole report, for open_pr and read_artifact'),
  verdict: TestReport.shape.verdict.describe(
    'How the run itself ended; ok when every test file came to its end',
  ),
  passed: z.int(),
  failed: z.int(),
  skipped: z.int(),
  mutationScore: TestReport.shape.mutationScore.describe(
    'Share of deliberate faults that the tests noticed; null when it was not measured',
  ),
  survivors: z
    .array(PlantedFault.omit({ kind: true }))
    .describe('Faults that no test noticed; the report has them all'),
  failures: z.array(
    z.strictObject({ file: z.string(), name: z.string(), message: z.string(), at: z.string().nullable() }),
  ),
});

/** Runs the tests of a generated connector where they can harm nobody. */
export const runTests = defineTool({
  name: 'run_tests',
  title: 'Run a connector’s tests',
  description:
    "Runs the connector's own tests in an isolated sandbox, without network, environment or files. A failing test is a result, not an error. With strength it also plants faults in the mapping and the code and tells which of them no test notices.",
  input: z.strictObject({
    connector: z.string().describe('Id that generate_code answered (connector_…)'),
    strength: z
      .boolean()
      .default(false)
      .describe('Measure how strong the tests are, once they all pass: takes some ten seconds'),
  }),
  output: Output,
  effects: 'writes',
  async run({ connector: id, strength: wanted }, { artifacts, config, progress, signal }) {
    const connector = await artifacts.get('connector', id);
    const files = Object.fromEntries(connector.files.map(({ path, content }) => [path, content]));
    const tests = Object.keys(files).filter((path) => /^test\/.*\.test\.ts$/.test(path));
    const result = await runInSandbox({ files, tests, signal });
    const passes = result.verdict === 'ok' && result.tests.every(({ status }) => status !== 'failed');
    const measured = wanted && passes && result.tests.length > 0 && config.mutants > 0;
    const strength = measured
      ? await strengthOf({ files, tests, most: config.mutants, signal, progress })
      : null;
    const report = makeReport(id, result, strength);
    const failures = report.tests
      .filter(({ status }) => status === 'failed')
      .slice(0, shown)
      .map(({ file, name, error }) => ({
        file,
        name,
        message: error?.message ?? 'failed without a message',
        at: error?.at ?? null,
      }));
    const { verdict, passed, failed, skipped, mutationScore } = report;
    const survivors = (strength?.survivors ?? []).slice(0, shown).map(({ what, at }) => ({ what, at }));
    const reportId = await artifacts.put('report', report);
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped in ${result.ms} ms`;
    const trouble =
      verdict === 'ok' ? '' : ` The run ended with ${verdict}: ${report.error?.message ?? 'no details'}.`;
    const lines = failures.map(
      ({ file, name, message, at }) => `\n- ${file} > ${name}: ${message}${at === null ? '' : ` (${at})`}`,
    );
    return {
      text: `${counts}.${strengthText(strength)}${trouble} Report ${reportId}.${lines.join('')}`,
      output: { report: reportId, verdict, passed, failed, skipped, mutationScore, survivors, failures },
    };
  },
});

/** Loaded when needed: it brings a compiler, and every program that lists the tools would wait for it. */
async function strengthOf(options: MeasureOptions): Promise<Strength> {
  const { measureStrength } = await import('./mutation/measure-strength.ts');
  return measureStrength(options);
}

function strengthText(strength: Strength | null): string {
  if (strength === null) return '';
  const { mapping, code } = strength;
  return ` Of planted faults the tests notice ${mapping.killed} of ${mapping.tried} in the mapping and ${code.killed} of ${code.tried} in the code.`;
}
