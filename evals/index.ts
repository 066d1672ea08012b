/** Measures the mapping engine on cases with known answers. */
export { type EvalStreams, runEval } from './run-eval.ts';
