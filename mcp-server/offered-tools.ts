import { type Agent, tools } from '../agent/index.ts';
import type { Tool } from '../tools/core/index.ts';
import { runTools } from './run-tools/index.ts';

/**
 * What a client is offered: the registry and the tools that drive a run. A registry tool with effects outside
 * (`open_pr`) is left out: it takes no approval, so a model that could call it would push without a person's yes.
 * The way to a pull request is `connect`, then an `approve` that names the mapping.
 */
export function offeredTools(agent: Agent): readonly Tool[] {
  return [...runTools(agent), ...tools.filter((tool) => tool.effects !== 'external')];
}
