import { type ConnectResult, testsProve } from '../agent/index.ts';
import { exitCodes } from '../tools/core/index.ts';
import { printJson } from './terminal/print.ts';
import { printConnect } from './terminal/print-connect.ts';

/** Prints the result of a run and answers its exit code: 0 when nothing is left for a person, 1 otherwise. */
export function finishRun(result: ConnectResult, options: { readonly json?: boolean }): number {
  if (options.json) printJson(result);
  else printConnect(result);
  const settled = result.status === 'done' && result.questions.length === 0 && testsProve(result.tests);
  return settled ? exitCodes.done : exitCodes.needsPerson;
}
