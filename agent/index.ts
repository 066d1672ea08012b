/** What faces use: the agent, its requests and results, and the tools. */
export { Agent, type RunOptions } from './agent.ts';
export { Approval, ConnectRequest, RowDecision } from './connect-request.ts';
export { ConnectResult, type Question, type StepReport, sayTests, testsProve } from './connect-result.ts';
export { formatSpecReference, parseSpecReference, type SpecReference } from './intent/spec-reference.ts';
export { configuredModel } from './language-model/configured-model.ts';
export type { Ask } from './planners/planner.ts';
export type { RunRecord } from './runs/run-record.ts';
export { tools } from './tools.ts';
