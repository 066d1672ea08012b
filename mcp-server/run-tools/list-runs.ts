import { z } from 'zod';
import type { Agent, RunRecord } from '../../agent/index.ts';
import { defineTool, oneLine } from '../../tools/core/index.ts';
import { RunView } from './run-view.ts';

const Listed = RunView.pick({ run: true, status: true, createdAt: true, updatedAt: true }).extend({
  sentence: z.string(),
  mapping: z.string().nullable().describe('Id of its latest mapping'),
  branch: z.string().nullable().describe('Branch of its pull request'),
});

/** The runs of this CAUSEWAY_HOME, newest first. */
export function listRunsTool(agent: Agent) {
  return defineTool({
    name: 'list_runs',
    title: 'List runs',
    description: 'Lists runs, newest first: what was asked, how each stands, and which wait for an approval.',
    input: z.strictObject({
      limit: z.int().min(1).max(200).default(20).describe('Most runs to list'),
    }),
    output: z.strictObject({ runs: z.array(Listed), total: z.int() }),
    effects: 'read-only',
    async run({ limit }) {
      const all = agent.runs();
      const runs = all.slice(0, limit).map(listed);
      const lines = runs.map(({ run, status, sentence }) => `- ${run} ${status}: ${oneLine(sentence, 200)}`);
      return {
        text:
          all.length === 0
            ? 'There are no runs yet.'
            : [`${runs.length} of ${all.length} runs, newest first:`, ...lines].join('\n'),
        output: { runs, total: all.length },
      };
    },
  });
}

function listed({ id, status, createdAt, updatedAt, request, result }: RunRecord): z.infer<typeof Listed> {
  return {
    run: id,
    status,
    sentence: request.sentence,
    mapping: result?.mapping?.id ?? null,
    branch: result?.pullRequest?.branch ?? null,
    createdAt,
    updatedAt,
  };
}
