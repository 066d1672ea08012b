import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{agent,tools,mcp-server,slack-app,sandbox,evals,cli,docs}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/__fixtures__/**', 'dist/**'],
    globalSetup: './vitest.setup.ts',
    // Many tests wait for child processes: every core may have one.
    maxWorkers: '100%',
    // Real servers and child processes on two cores: generous, and never a timed assertion.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
  },
});
