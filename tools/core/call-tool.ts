import type { ZodType, z } from 'zod';
import { BugError, type CausewayError, RequestError, toCausewayError } from './errors/index.ts';
import { issueText } from './text/index.ts';
import type { Tool, ToolContext } from './tool.ts';

/** The result of a call: an answer, or an expected failure with its next step. Bugs come as `kind: 'bug'`. */
export type ToolResult<Output> =
  | { readonly ok: true; readonly text: string; readonly output: Output; readonly ms: number }
  | { readonly ok: false; readonly error: CausewayError; readonly ms: number };

/**
 * The one place where a tool is called: checks arguments, times, traces, checks the answer, turns failures into results.
 * Never throws.
 */
export async function callTool<I extends ZodType, O extends ZodType>(
  tool: Tool<I, O>,
  input: unknown,
  context: ToolContext,
): Promise<ToolResult<z.output<O>>> {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  try {
    context.signal.throwIfAborted();
    const answer = await tool.run(checkInput(tool, input), context);
    const output = tool.output.safeParse(answer.output);
    if (!output.success) {
      throw new BugError(
        'bad_tool_output',
        `${tool.name} answered something its output schema does not allow: ${issueText(output.error)}`,
        'Report this; it is a bug of Causeway',
      );
    }
    context.log.debug({ tool: tool.name, ms: ms() }, 'tool done');
    return { ok: true, text: answer.text, output: output.data, ms: ms() };
  } catch (thrown) {
    const error = toCausewayError(thrown);
    context.log.debug({ tool: tool.name, ms: ms(), code: error.code, stack: error.stack }, 'tool failed');
    return { ok: false, error, ms: ms() };
  }
}

function checkInput<I extends ZodType>(tool: Tool<I, ZodType>, input: unknown): z.output<I> {
  const parsed = tool.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new RequestError(
    'bad_argument',
    `${tool.name} cannot use its arguments: ${issueText(parsed.error)}`,
    'Correct the named arguments and call again',
  );
}
