import { bundleCode } from './bundle/bundle-code.ts';
import { bundleName } from './bundle/source-position.ts';
import { virtualFiles } from './bundle/virtual-files.ts';
import { explain } from './explain.ts';
import { limitsOf } from './limits.ts';
import { pool } from './pool/pool.ts';
import type { SandboxResult } from './result.ts';

export interface RunModuleOptions {
  /** Sources by path. The code sees these and nothing else. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of the module whose default export is the value. */
  readonly entry: string;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly signal?: AbortSignal;
}

/**
 * Runs one untrusted module. Whatever the code does is a result; it throws a RangeError for limits out of range,
 * SandboxUnavailable when no sandbox can start, and the signal's reason when that aborts.
 */
export async function runModule(options: RunModuleOptions): Promise<SandboxResult> {
  const started = performance.now();
  const limits = limitsOf(options);
  const elapsed = () => Math.round(performance.now() - started);
  const bundle = await bundleCode(virtualFiles(options.files), options.entry);
  if ('error' in bundle)
    return { verdict: 'error', value: null, logs: [], error: bundle.error, ms: elapsed() };
  const job = { kind: 'job', mode: 'module', code: bundle.code, bundleName, ...limits } as const;
  const { verdict, report } = await pool.run(job, options.signal);
  return {
    verdict,
    value: verdict === 'ok' ? (report?.value ?? null) : null,
    logs: report?.logs ?? [],
    error: explain(verdict, report, bundle.map, limits),
    ms: elapsed(),
  };
}
