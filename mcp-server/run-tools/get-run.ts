import { z } from 'zod';
import type { Agent, RunRecord } from '../../agent/index.ts';
import { defineTool } from '../../tools/core/index.ts';
import { resultText } from './result-text.ts';
import { RunView, runView } from './run-view.ts';

/** How a run stands, also one that another face or process drives. */
export function getRunTool(agent: Agent) {
  return defineTool({
    name: 'get_run',
    title: 'Show a run',
    description: 'Shows how a run stands: its request, mapping, open questions, approval and pull request.',
    input: z.strictObject({ run: z.string().describe('Id of the run (run_…)') }),
    output: RunView,
    effects: 'read-only',
    async run({ run: id }) {
      const record = agent.run(id);
      const { result, status } = record;
      const told = result !== null && (status === 'waiting' || status === 'done');
      return {
        text: told ? await resultText(agent, result) : howItStands(record),
        output: runView(record),
      };
    },
  });
}

function howItStands({ id, status, approval }: RunRecord): string {
  const again = approval === null ? 'the same connect' : 'approve';
  switch (status) {
    case 'running':
      return `Run ${id} is running. If it was interrupted, call ${again} again: it goes on where it stopped.`;
    case 'failed':
      return `Run ${id} is failed. Correct the cause and call ${again} again.`;
    default:
      return `Run ${id} is ${status}.`;
  }
}
