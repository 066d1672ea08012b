import { Keyv } from 'keyv';
import { ArtifactStore, createLog, noMemory, readConfig, type ToolContext } from '../index.ts';

/** A context for tests: artifacts in memory, no environment. `allowHosts` as in CAUSEWAY_ALLOW_HOSTS. */
export function testContext(
  options: { cwd?: string | null; allowHosts?: string; signal?: AbortSignal; home?: string; env?: Record<string, string> } = {},
) {
  return {
    artifacts: new ArtifactStore(new Keyv()),
    // Nothing can be written below a device: a test that needs a home names one.
    config: readConfig({
      ...options.env,
      CAUSEWAY_HOME: options.home ?? '/dev/null/nowhere',
      CAUSEWAY_ALLOW_HOSTS: options.allowHosts,
    }),
    log: createLog(false),
    memory: noMemory,
    signal: options.signal ?? new AbortController().signal,
    cwd: options.cwd ?? null,
    progress: () => {},
  } satisfies ToolContext;
}
