import type { Agent } from '../../agent/index.ts';
import type { Tool } from '../../tools/core/index.ts';
import { approveTool } from './approve.ts';
import { connectTool } from './connect.ts';
import { getRunTool } from './get-run.ts';
import { listRunsTool } from './list-runs.ts';
import { rejectTool } from './reject.ts';

/** The tools that drive a run, declared like all others so that one way of calling serves them too. */
export function runTools(agent: Agent): readonly Tool[] {
  return [connectTool(agent), approveTool(agent), rejectTool(agent), getRunTool(agent), listRunsTool(agent)];
}
