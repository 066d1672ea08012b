/** Measures the mapping engine on cases with known answers. */
export { runEval } from './run-eval.ts';
export type { Streams } from './streams.ts';
