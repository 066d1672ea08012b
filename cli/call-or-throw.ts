import type { ZodType, z } from 'zod';
import type { Agent } from '../agent/index.ts';
import type { Tool } from '../tools/core/index.ts';
import { userCwd } from './user-cwd.ts';

/** Calls a tool for a command: its output, or the CausewayError thrown. */
export async function callOrThrow<I extends ZodType, O extends ZodType>(
  agent: Agent,
  tool: Tool<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const result = await agent.call(tool, input, { cwd: userCwd() });
  if (!result.ok) throw result.error;
  return result.output as z.output<O>;
}
