import type { Agent } from '../agent/index.ts';
import { createLog, readConfig } from '../tools/core/index.ts';
import { interrupted } from './interrupt.ts';

/** Opens the agent on this process's environment, runs `work`, and closes it. Ctrl-C aborts `signal`. */
export async function withAgent<T>(work: (agent: Agent, signal: AbortSignal) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  interrupted.throwIfAborted();
  // Loaded when there is work: a wrong option or --help should not wait for all tools.
  const { Agent } = await import('../agent/index.ts');
  const agent = await Agent.open(config, createLog(config.debug));
  try {
    return await work(agent, interrupted);
  } finally {
    await agent.close();
  }
}
