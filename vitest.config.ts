import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{agent,tools,mcp-server,slack-app,sandbox,evals,cli,docs}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/__fixtures__/**', 'dist/**'],
    // One registry of modules for a worker: loading the tools anew for each file took a third of the time.
    isolate: false,
    globalSetup: './vitest.setup.ts',
    // Many tests wait for child processes: one more than there are cores.
    maxWorkers: availableParallelism() + 1,
    // Real servers and child processes on two cores: generous, and never a timed assertion.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
  },
});
