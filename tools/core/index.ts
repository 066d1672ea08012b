/** What every tool needs and none owns. */
export * from './artifacts/index.ts';
export { callTool, type ToolResult } from './call-tool.ts';
export { canonicalJson } from './canonical-json.ts';
export { type Config, readConfig } from './config.ts';
export { didYouMean, nearest } from './did-you-mean.ts';
export * from './errors/index.ts';
export type { LanguageModel, ModelAnswer, ModelQuestion } from './language-model.ts';
export { createLog, type Logger } from './log.ts';
export { type Memory, noMemory } from './memory.ts';
export { isRepositoryName } from './repository-name.ts';
export * from './text/index.ts';
export { defineTool, type Effects, type Tool, type ToolAnswer, type ToolContext } from './tool.ts';
export { modelTextLimit, truncate } from './truncate.ts';
