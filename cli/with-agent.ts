import { Agent } from '../agent/index.ts';
import { createLog, readConfig } from '../tools/core/index.ts';

/** Opens the agent on this process's environment, runs `work`, and closes it. Ctrl-C aborts `signal`. */
export async function withAgent<T>(work: (agent: Agent, signal: AbortSignal) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const agent = await Agent.open(config, createLog(config.debug));
  try {
    return await work(agent, stop.signal);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
    await agent.close();
  }
}
