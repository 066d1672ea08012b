import type { TestReport } from '../../model/index.ts';
import { code, percent, text } from './markdown.ts';
import type { Section } from './section.ts';

/** What the connector's own tests said in the sandbox. */
export function testProof(report: TestReport | null): Section {
  const head = ['## Tests', ''];
  if (report === null) {
    return {
      head: [...head, 'The tests have **not** been run. Run them before merging.'],
      lines: [],
      tail: [],
    };
  }
  const { passed, failed, skipped, verdict, mutationScore, error } = report;
  const failures = report.tests.filter(({ status }) => status === 'failed');
  return {
    head: [
      ...head,
      `**${passed} passed, ${failed} failed, ${skipped} skipped**, run in a sandbox without network, files or credentials (verdict: ${verdict}).`,
      ...(mutationScore === null
        ? []
        : ['', `The tests notice ${percent(mutationScore)} of planted faults.`]),
      ...(error === null ? [] : ['', `The run ended early: ${text(error.message)}`]),
      ...(failures.length === 0 ? [] : ['', 'Failing:', '']),
    ],
    lines: failures.map(
      ({ file, name, error: why }) =>
        `- ${text(name, 150)} (${code(file)})${why === null ? '' : `: ${text(why.message, 200)}`}`,
    ),
    tail: [],
  };
}
