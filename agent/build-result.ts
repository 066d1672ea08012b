import type { Mapping } from '../tools/model/index.ts';
import type { ConnectRequest } from './connect-request.ts';
import type { ConnectResult, StepReport } from './connect-result.ts';
import type { Delivery } from './deliver.ts';
import type { Draft } from './planners/planner.ts';
import { countRows, openQuestions } from './review/open-questions.ts';

/** The result of a run as far as it went: waiting for a review, or delivered. */
export function buildResult(at: {
  run: string;
  request: ConnectRequest;
  draft: Draft;
  delivery: Delivery | null;
  mapping: Mapping;
  steps: readonly StepReport[];
  ms: number;
}): ConnectResult {
  const { draft, delivery, mapping, request } = at;
  return {
    run: at.run,
    status: delivery === null ? 'waiting' : 'done',
    source: { system: draft.source.system, entity: draft.source.entity },
    target: { system: draft.target.system, entity: draft.target.entity },
    steps: [...at.steps],
    mapping: { id: delivery?.mapping ?? draft.mapping, ...countRows(mapping, request.threshold) },
    questions: [...draft.questions, ...openQuestions(mapping, request.threshold)],
    notes: draft.notes,
    tests: delivery?.tests ?? { verdict: null, passed: 0, failed: 0, skipped: 0, mutationScore: null },
    pullRequest: delivery?.pullRequest ?? null,
    // Prices change and differ by contract; the tokens are exact, so no price is invented.
    cost: { modelTokens: draft.modelTokens, usd: 0 },
    ms: Math.round(at.ms),
  };
}
