import type { Agent } from '../agent/index.ts';

/** What this face needs of the agent. */
export type SlackAgent = Pick<Agent, 'config' | 'connect' | 'approve' | 'reject' | 'run' | 'mapping'>;
