import { generateCode } from '../tools/generate-code/index.ts';
import type { PullRequest } from '../tools/model/index.ts';
import { openPr } from '../tools/open-pr/index.ts';
import { reviewMapping } from '../tools/review-mapping/index.ts';
import { runTests } from '../tools/run-tests/index.ts';
import type { Approval, ConnectRequest } from './connect-request.ts';
import type { Destination } from './destination.ts';
import type { Draft } from './planners/planner.ts';
import type { Steps } from './steps.ts';

/** What came out of an approved draft. */
export type Delivery = {
  readonly mapping: string;
  readonly tests: {
    readonly verdict: string;
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
    readonly mutationScore: number | null;
  };
  readonly pullRequest: PullRequest;
};

/** Everything behind the review: apply the decisions, generate, test in the sandbox, open the pull request. */
export async function deliver(
  steps: Steps,
  run: string,
  request: ConnectRequest,
  draft: Draft,
  approval: Approval,
  destination: Destination,
): Promise<Delivery> {
  const reviewed = await steps.call('review_mapping', reviewMapping, {
    mapping: approval.mapping,
    decisions: approval.rows,
    threshold: request.threshold,
    ...(approval.matchKeys === undefined ? {} : { matchKeys: approval.matchKeys }),
  });
  const connector = await steps.call('generate_code', generateCode, {
    mapping: reviewed.mapping,
    acceptOpen: true,
  });
  const report = await steps.call('run_tests', runTests, {
    connector: connector.connector,
    strength: true,
  });
  const { pr: _, ...pullRequest } = await steps.call('open_pr', openPr, {
    connector: connector.connector,
    mapping: reviewed.mapping,
    report: report.report,
    destination,
    notes: [...draft.notes, ...connector.warnings],
    request: request.sentence,
    run,
  });
  const { verdict, passed, failed, skipped, mutationScore } = report;
  return {
    mapping: reviewed.mapping,
    tests: { verdict, passed, failed, skipped, mutationScore },
    pullRequest,
  };
}
