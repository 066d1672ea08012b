import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { Agent } from '../agent/index.ts';
import { type Tool, type ToolResult, truncate } from '../tools/core/index.ts';
import { annotationsOf } from './annotations.ts';
import type { Calls } from './calls.ts';
import { listedSchema } from './listed-schema.ts';
import { progressOf } from './progress.ts';

/** Where the calls of one server come from. */
export interface CallOptions {
  /** Directory for the caller's relative paths; null where callers may not name files. */
  readonly cwd: string | null;
  readonly calls: Calls;
}

/** Registers one declared tool: the same name, schemas and text that the other faces show. */
export function registerTool(server: McpServer, agent: Agent, tool: Tool, { cwd, calls }: CallOptions): void {
  server.registerTool(
    tool.name,
    {
      title: tool.title,
      description: tool.description,
      inputSchema: listedSchema(tool.input),
      outputSchema: listedSchema(tool.output),
      annotations: annotationsOf(tool.effects),
    },
    async (input, context) => {
      const onProgress = progressOf(context);
      return calls.run(
        async (signal) => toResult(await agent.call(tool, input, { cwd, onProgress, signal })),
        context.mcpReq.signal,
      );
    },
  );
}

/** An expected failure is a result too: a model reads it and corrects the call. */
function toResult(result: ToolResult<unknown>): CallToolResult {
  if (!result.ok) {
    const { code, message, hint } = result.error;
    return { content: [{ type: 'text', text: truncate(`${code}: ${message}. ${hint}`) }], isError: true };
  }
  return {
    content: [{ type: 'text', text: truncate(result.text) }],
    structuredContent: result.output,
  };
}
