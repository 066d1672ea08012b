import type { Strength, TestReport } from '../../model/index.ts';
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
  const { passed, failed, skipped, verdict, mutationScore, strength, error } = report;
  const failures = report.tests.filter(({ status }) => status === 'failed');
  return {
    head: [
      ...head,
      `**${passed} passed, ${failed} failed, ${skipped} skipped**, run in a sandbox without network, files or credentials (verdict: ${verdict}).`,
      ...(mutationScore === null || strength === null ? [] : ['', strengthLine(mutationScore, strength)]),
      ...(error === null ? [] : ['', `The run ended early: ${text(error.message)}`]),
      ...(failures.length === 0 ? [] : ['', 'Failing:', '']),
    ],
    lines: failures.map(
      ({ file, name, error: why }) =>
        `- ${text(name, 150)} (${code(file)})${why === null ? '' : `: ${text(why.message, 200)}`}`,
    ),
    tail: strength === null ? [] : survivorLines(strength),
  };
}

/** Most unnoticed faults that the body names; the report has them all. */
const shown = 15;

function strengthLine(score: number, { mapping, code: inCode }: Strength): string {
  const chosen = inCode.tried < inCode.found ? ` (an even choice of ${inCode.found})` : '';
  return `Faults were planted to see whether the tests notice: **${mapping.killed} of ${mapping.tried}** in the mapping, **${inCode.killed} of ${inCode.tried}**${chosen} in the code, ${percent(score)} together.`;
}

function survivorLines({ survivors }: Strength): string[] {
  if (survivors.length === 0) return [];
  const lines = survivors.slice(0, shown).map(({ what, at }) => `- ${code(at)}: ${text(what, 150)}`);
  const more = survivors.length - lines.length;
  return [
    '',
    `<details><summary>${survivors.length} planted ${survivors.length === 1 ? 'fault' : 'faults'} that no test noticed</summary>`,
    '',
    ...lines,
    ...(more > 0 ? [`- and ${more} more, in the report`] : []),
    '',
    '</details>',
  ];
}
