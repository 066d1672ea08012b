import type { Agent, ConnectResult } from '../../agent/index.ts';
import { describeResult } from '../text/describe-result.ts';

/** The text of a stored run's result, with the mapping it names. */
export async function resultText(agent: Agent, result: ConnectResult): Promise<string> {
  const mapping = result.mapping === null ? null : await agent.mapping(result.mapping.id);
  return describeResult(result, mapping, agent.run(result.run).request.threshold);
}
