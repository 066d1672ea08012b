import type { SandboxTestsResult } from '../../sandbox/index.ts';
import type { TestReport } from '../model/index.ts';

/**
 * The report of a run. Times are left out (0), so that the same connector with the same outcome has the same report.
 * A run without any test has not proved anything: its verdict is an error.
 */
export function makeReport(connector: string, result: SandboxTestsResult): TestReport {
  const count = (status: 'passed' | 'failed' | 'skipped') =>
    result.tests.filter((test) => test.status === status).length;
  const empty = result.verdict === 'ok' && result.tests.length === 0;
  return {
    connector,
    verdict: empty ? 'error' : result.verdict,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    mutationScore: null,
    tests: result.tests.map((test) => ({ ...test, ms: 0 })),
    error: empty ? { message: 'the connector has no tests', at: null } : result.error,
  };
}
