import { type VirtualFiles, virtualFiles } from './bundle/virtual-files.ts';
import { limitsOf, type RunLimits } from './limits.ts';
import type { SandboxTestsResult } from './result.ts';
import { bundleTests, runBundle, type TestFileResult } from './test-bundle.ts';

export interface RunTestsOptions {
  /** Sources by path, the test files among them. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths of the test files. Each runs in an isolate of its own. */
  readonly tests: readonly string[];
  /** Per test file. */
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly signal?: AbortSignal;
}

/**
 * Runs untrusted test files written for vitest. A failing test is a result among others; the verdict is about the
 * run: `ok` when all files ran to their end. Throws as `runModule` does.
 */
export async function runTests(options: RunTestsOptions): Promise<SandboxTestsResult> {
  const started = performance.now();
  const limits = limitsOf(options);
  const files = virtualFiles(options.files);
  const results = await Promise.all(
    options.tests.map((file) => runFile(files, file, limits, options.signal)),
  );
  const worst = results.find(({ verdict }) => verdict !== 'ok');
  return {
    verdict: worst?.verdict ?? 'ok',
    tests: results.flatMap(({ tests }) => tests),
    logs: results.flatMap(({ logs }) => logs),
    error: worst?.error ?? null,
    ms: Math.round(performance.now() - started),
  };
}

async function runFile(
  files: VirtualFiles,
  file: string,
  limits: RunLimits,
  signal: AbortSignal | undefined,
): Promise<TestFileResult> {
  const bundle = await bundleTests(files, file);
  return 'verdict' in bundle ? bundle : runBundle(bundle, { ...limits, ...(signal && { signal }) });
}
