import type { JsonValue } from '../jobs/json-value.ts';

export type TextBlock = { readonly type: 'text'; readonly text: string };
export type ToolUseBlock = {
  readonly type: 'tool_use';
  readonly id: string;
  readonly name: string;
  readonly input: JsonValue;
};
export type ToolResultBlock = {
  readonly type: 'tool_result';
  readonly tool_use_id: string;
  readonly content: string;
  readonly is_error?: boolean;
};

/** One side's part of the conversation. */
export type Turn =
  | { readonly role: 'user'; readonly content: readonly (TextBlock | ToolResultBlock)[] }
  | { readonly role: 'assistant'; readonly content: readonly (TextBlock | ToolUseBlock)[] };

export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: Record<string, unknown>;
}

export interface ModelRequest {
  readonly system: string;
  readonly turns: readonly Turn[];
  readonly tools: readonly ToolDefinition[];
  readonly signal: AbortSignal;
}

export type ModelReply = { readonly content: readonly (TextBlock | ToolUseBlock)[]; readonly tokens: number };

/** The one thing the loop needs of a model. */
export interface Model {
  /** Throws OutsideError when the model cannot be reached or refuses. */
  next(request: ModelRequest): Promise<ModelReply>;
}
