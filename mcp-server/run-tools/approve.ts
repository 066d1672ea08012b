import { z } from 'zod';
import { type Agent, Approval, ConnectResult } from '../../agent/index.ts';
import { defineTool } from '../../tools/core/index.ts';
import { reportStep } from './report-step.ts';
import { resultText } from './result-text.ts';

const { run, mapping, rows, matchKeys } = Approval.shape;

/** The yes. It names the mapping, so a yes to another one is refused; a second yes answers the same pull request. */
export function approveTool(agent: Agent) {
  return defineTool({
    name: 'approve',
    title: 'Approve a mapping and open the pull request',
    description:
      'Gives the yes that a waiting run needs; then the connector is generated, tested and opened as a pull request. Call it only after the person has seen this mapping and said yes.',
    input: z.strictObject({
      run: run.describe('Id of the waiting run (run_…)'),
      mapping: mapping.describe('Id of the mapping the person said yes to (mapping_…)'),
      rows: rows.describe(
        "The person's word on single rows; the others are approved at or above the run's threshold, else left open",
      ),
      matchKeys: matchKeys.describe(
        'The answer to the question match-key: by which fields the same record is found, the surest first; left out: as proposed',
      ),
    }),
    output: ConnectResult,
    effects: 'external',
    async run(input, { signal, progress }) {
      const result = await agent.approve(input, { signal, onStep: reportStep(progress) });
      return { text: await resultText(agent, result), output: result };
    },
  });
}
