import { bundleCode } from './bundle/bundle-code.ts';
import { bundleName } from './bundle/source-position.ts';
import type { VirtualFiles } from './bundle/virtual-files.ts';
import { explain, located } from './explain.ts';
import type { RunLimits } from './limits.ts';
import { pool } from './pool/pool.ts';
import type { SandboxTestsResult } from './result.ts';

/** One test file with all it imports, ready to be run any number of times. */
export interface TestBundle {
  readonly file: string;
  readonly code: string;
  readonly map: string;
}

/** What came of one test file. */
export type TestFileResult = Omit<SandboxTestsResult, 'ms'>;

export interface BundleRun extends RunLimits {
  /**
   * Statements that the isolate runs before the bundle, on one line so that positions in the bundle stay right. Untrusted
   * like everything that goes in.
   */
  readonly prelude?: string;
  readonly signal?: AbortSignal;
}

/** Bundles a test file; the result of running it where it cannot be bundled. */
export async function bundleTests(files: VirtualFiles, file: string): Promise<TestBundle | TestFileResult> {
  const bundle = await bundleCode(files, file);
  if (!('error' in bundle)) return { file, ...bundle };
  const { message, at } = bundle.error;
  return { verdict: 'error', tests: [], logs: [], error: { message: `${file}: ${message}`, at } };
}

/** Runs a bundled test file in a fresh isolate. Throws as `runModule` does. */
export async function runBundle({ file, code, map }: TestBundle, run: BundleRun): Promise<TestFileResult> {
  const { prelude = '', timeoutMs, memoryMb, signal } = run;
  const job = { kind: 'job', mode: 'tests', code: prelude + code, bundleName, timeoutMs, memoryMb } as const;
  const { verdict, report } = await pool.run(job, signal);
  const why = explain(verdict, report, map, run);
  return {
    verdict,
    tests: (report?.tests ?? []).map((test) => ({ file, ...test, error: located(test.error, map) })),
    logs: report?.logs ?? [],
    error: why === null ? null : { message: `${file}: ${why.message}`, at: why.at },
  };
}
