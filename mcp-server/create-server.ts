import { McpServer } from '@modelcontextprotocol/server';
import type { Agent } from '../agent/index.ts';
import manifest from '../package.json' with { type: 'json' };
import { registerArtifacts } from './artifact-resource.ts';
import { offeredTools } from './offered-tools.ts';
import { type CallOptions, registerTool } from './register-tool.ts';

export const serverInfo = { name: manifest.name, title: 'Causeway', version: manifest.version };

const instructions = [
  'Causeway builds an integration between two APIs and opens it as a pull request.',
  'Start with connect and a sentence ("connect HubSpot contacts to NetSuite"). It answers a field mapping and waits.',
  'Show the mapping and its open questions to the person. Call approve only after their yes; it needs the ids of the run and of the mapping. reject ends the run.',
  'The other tools are the single steps; read_artifact pages through what they made.',
].join('\n');

/** One server with everything registered; both protocol eras and both transports are served from here. */
export function createServer(agent: Agent, options: CallOptions): McpServer {
  const server = new McpServer(serverInfo, { instructions });
  for (const tool of offeredTools(agent)) registerTool(server, agent, tool, options);
  registerArtifacts(server, agent);
  return server;
}
