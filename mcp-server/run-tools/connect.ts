import { z } from 'zod';
import { type Agent, ConnectRequest, ConnectResult } from '../../agent/index.ts';
import { defineTool } from '../../tools/core/index.ts';
import { reportStep } from './report-step.ts';
import { resultText } from './result-text.ts';

const { sentence, repo, sourceSpec, targetSpec, threshold, planner, dryRun } = ConnectRequest.shape;

/** The main job up to its review. A client of MCP never gets further in one call: the yes is a call of its own. */
export function connectTool(agent: Agent) {
  return defineTool({
    name: 'connect',
    title: 'Propose an integration',
    description:
      'Starts a run from a sentence like "connect HubSpot contacts to NetSuite": reads both APIs, proposes a field mapping with confidence and evidence, and waits. Nothing is pushed before approve.',
    input: z.strictObject({
      sentence: sentence.describe('Which records of which system should go where'),
      repo: repo.describe(
        'Where the pull request goes: owner/name on GitHub, or (stdio only) a local path; null: the configured one',
      ),
      source_spec: sourceSpec.describe('SPEC or SPEC#entity in place of the source the sentence names'),
      target_spec: targetSpec.describe('SPEC or SPEC#entity in place of the target the sentence names'),
      threshold: threshold.describe('Rows at or above this confidence are approved by a plain yes'),
      planner: planner.describe('null: Claude when the server has a key, else deterministic'),
      dry_run: dryRun.describe('Make everything but the pull request'),
    }),
    output: ConnectResult,
    effects: 'writes',
    async run(input, context) {
      const request: ConnectRequest = {
        sentence: input.sentence,
        repo: input.repo,
        sourceSpec: input.source_spec,
        targetSpec: input.target_spec,
        approval: 'ask',
        threshold: input.threshold,
        planner: input.planner,
        dryRun: input.dry_run,
      };
      const { cwd, signal, progress } = context;
      const result = await agent.connect(request, { cwd, signal, onStep: reportStep(progress) });
      return { text: await resultText(agent, result), output: result };
    },
  });
}
