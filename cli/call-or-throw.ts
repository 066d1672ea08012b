import type { ZodType, z } from 'zod';
import type { Agent } from '../agent/index.ts';
import type { Tool } from '../tools/core/index.ts';
import { userCwd } from './user-cwd.ts';

/** Calls a tool for a command: its output, or the CausewayError thrown; an AbortError when interrupted. */
export async function callOrThrow<I extends ZodType, O extends ZodType>(
  agent: Agent,
  tool: Tool<I, O>,
  input: z.input<I>,
  signal: AbortSignal,
): Promise<z.output<O>> {
  const result = await agent.call(tool, input, { cwd: userCwd(), signal });
  // Also when the tool came to its end, or failed for another reason, before it saw the signal.
  signal.throwIfAborted();
  if (!result.ok) throw result.error;
  return result.output as z.output<O>;
}
