import { pool } from './pool/pool.ts';

export { sandboxLimits } from './limits.ts';
export { SandboxUnavailable } from './pool/sandbox-unavailable.ts';
export type {
  JsonValue,
  RunError,
  SandboxResult,
  SandboxTest,
  SandboxTestsResult,
  Verdict,
} from './result.ts';
export { type RunModuleOptions, runModule } from './run-module.ts';
export { type RunTestsOptions, runTests } from './run-tests.ts';
export { TestVariants, type VariantRun } from './run-variants.ts';

/** Ends the idle child processes. Not needed before the program ends: they die with it. */
export const closeSandbox = (): Promise<void> => pool.close();
