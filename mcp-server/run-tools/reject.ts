import { z } from 'zod';
import type { Agent } from '../../agent/index.ts';
import { defineTool } from '../../tools/core/index.ts';
import { RunView } from './run-view.ts';

/** The no. */
export function rejectTool(agent: Agent) {
  return defineTool({
    name: 'reject',
    title: 'Reject a mapping',
    description: 'Ends a run that waits for an approval; nothing is generated or pushed.',
    input: z.strictObject({ run: z.string().describe('Id of the waiting run (run_…)') }),
    output: RunView.pick({ run: true, status: true }),
    effects: 'writes',
    async run({ run: id }) {
      const { status } = agent.reject(id);
      return { text: `Run ${id} is ${status}; nothing was pushed.`, output: { run: id, status } };
    },
  });
}
