#!/usr/bin/env node
import { run } from './run.ts';

// Set, not exit(): output that is still being written must reach a pipe whole.
process.exitCode = await run(process.argv.slice(2));
