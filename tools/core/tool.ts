import type { ZodType, z } from 'zod';
import type { ArtifactStore } from './artifacts/index.ts';
import type { Config } from './config.ts';
import type { LanguageModel } from './language-model.ts';
import type { Logger } from './log.ts';
import type { Memory } from './memory.ts';

/** `read-only`: looks; `writes`: makes artifacts; `external`: changes something outside, so it needs a yes. */
export type Effects = 'read-only' | 'writes' | 'external';

/** What a tool may use. Nothing else: no process environment, no global state. */
export interface ToolContext {
  readonly artifacts: ArtifactStore;
  readonly config: Config;
  readonly log: Logger;
  /** What people decided about earlier mappings. */
  readonly memory: Memory;
  /** Absent or null: there is none, and nothing needs one. */
  readonly model?: LanguageModel | null;
  readonly signal: AbortSignal;
  /** Directory against which a relative path of the caller is read; null where callers may not name files. */
  readonly cwd: string | null;
  /** One short line for people who wait. */
  readonly progress: (message: string) => void;
}

/** What a tool answers: a short text for people and models, and the summary its output schema describes. */
export interface ToolAnswer<Output> {
  readonly text: string;
  readonly output: Output;
}

export interface Tool<Input extends ZodType = ZodType, Output extends ZodType = ZodType> {
  /** snake_case. */
  readonly name: string;
  readonly title: string;
  /** One or two sentences: what it does, when to use it. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly effects: Effects;
  run(input: z.output<Input>, context: ToolContext): Promise<ToolAnswer<z.input<Output>>>;
}

/** Declares a tool once, for the agent loop, the MCP server, the CLI and the deterministic planner. */
export function defineTool<Input extends ZodType, Output extends ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return Object.freeze(tool);
}
