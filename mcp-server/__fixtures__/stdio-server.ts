/** A program that serves MCP on stdio, as `causeway mcp` does. */
import { Agent } from '../../agent/index.ts';
import { createLog, readConfig } from '../../tools/core/index.ts';
import { serveStdioMcp } from '../index.ts';

const config = readConfig(process.env);
const agent = await Agent.open(config, createLog(config.debug));
const server = serveStdioMcp(agent);
process.once('SIGTERM', () => server.close());
await server.closed;
await agent.close();
