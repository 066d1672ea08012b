import { bundleCode } from './bundle/bundle-code.ts';
import { bundleName } from './bundle/source-position.ts';
import { type VirtualFiles, virtualFiles } from './bundle/virtual-files.ts';
import { explain, located } from './explain.ts';
import { limitsOf, type RunLimits } from './limits.ts';
import { pool } from './pool/pool.ts';
import type { SandboxTestsResult } from './result.ts';

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

type FileResult = Omit<SandboxTestsResult, 'ms'>;

async function runFile(
  files: VirtualFiles,
  file: string,
  limits: RunLimits,
  signal: AbortSignal | undefined,
): Promise<FileResult> {
  const bundle = await bundleCode(files, file);
  if ('error' in bundle) {
    const { message, at } = bundle.error;
    return { verdict: 'error', tests: [], logs: [], error: { message: `${file}: ${message}`, at } };
  }
  const job = { kind: 'job', mode: 'tests', code: bundle.code, bundleName, ...limits } as const;
  const { verdict, report } = await pool.run(job, signal);
  const why = explain(verdict, report, bundle.map, limits);
  return {
    verdict,
    tests: (report?.tests ?? []).map((test) => ({ file, ...test, error: located(test.error, bundle.map) })),
    logs: report?.logs ?? [],
    error: why === null ? null : { message: `${file}: ${why.message}`, at: why.at },
  };
}
