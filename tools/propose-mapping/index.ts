/** Proposes which source field feeds each target field. */
export { weighed } from './assist/weigh.ts';
export { type Assisted, assistedMapping } from './assisted-mapping.ts';
export { type MatchResult, mappingOf, matchEntities } from './match-entities.ts';
export { proposeMapping } from './propose-mapping.ts';
export { type RankedFields, rankFields } from './rank-fields.ts';
export { type RankedSource, rankSources } from './rank-sources.ts';
export { contextNames, contextSignals, type ScoredPair } from './score/context-signals.ts';
// For evals, which train and calibrate the matcher.
export {
  calibrationInputs,
  calibrationNames,
  dot,
  MatchModel,
  ModelFigures,
  shippedModel,
} from './score/model.ts';
export { type Candidate, groupOf, type Ranking, rankAll, standingsOf } from './score/rank.ts';
export { type SignalName, type Signals, signal, signalNames } from './score/signals.ts';
