/** Runs a connector's own tests in the sandbox. */
export { runTests } from './run-tests.ts';
