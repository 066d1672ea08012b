import type { SandboxTestsResult } from '../../sandbox/index.ts';
import type { Strength, TestReport } from '../model/index.ts';

/**
 * The report of a run. Times are left out (0), so that the same connector with the same outcome has the same report.
 * A run without any test has not proved anything: its verdict is an error.
 */
export function makeReport(
  connector: string,
  result: SandboxTestsResult,
  strength: Strength | null,
): TestReport {
  const count = (status: 'passed' | 'failed' | 'skipped') =>
    result.tests.filter((test) => test.status === status).length;
  const empty = result.verdict === 'ok' && result.tests.length === 0;
  return {
    connector,
    verdict: empty ? 'error' : result.verdict,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    mutationScore: strength === null ? null : score(strength),
    strength,
    tests: result.tests.map((test) => ({ ...test, ms: 0 })),
    error: empty ? { message: 'the connector has no tests', at: null } : result.error,
  };
}

/** Share of the planted faults that the tests noticed; null where none was planted. */
function score({ mapping, code }: Strength): number | null {
  const tried = mapping.tried + code.tried;
  return tried === 0 ? null : (mapping.killed + code.killed) / tried;
}
