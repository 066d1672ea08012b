import { Command } from 'commander';
import { port } from '../parse-option.ts';
import { say } from '../terminal/print.ts';
import { untilStopped } from '../until-stopped.ts';
import { userCwd } from '../user-cwd.ts';
import { withAgent } from '../with-agent.ts';

interface Options {
  http?: boolean;
  port: number;
  host: string;
}

/** `causeway mcp` */
export function mcpCommand(_done: (code: number) => void): Command {
  return new Command('mcp')
    .description('Serve Causeway to Claude, Cursor and other MCP clients: over stdio, or HTTP with --http.')
    .option('--http', 'streamable HTTP at /mcp instead of stdio')
    .option('--port <n>', 'port for --http, 0 for any free one', port, 3920)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addHelpText('after', '\nExample (Claude Code):\n  $ claude mcp add causeway -- npx -y causeway mcp')
    .action((options: Options) =>
      withAgent(async (agent, signal) => {
        // Loaded when asked for: the other commands should start fast.
        const { serveHttpMcp, serveStdioMcp } = await import('../../mcp-server/index.ts');
        if (!options.http) {
          const server = serveStdioMcp(agent, { cwd: userCwd() });
          untilStopped(signal).then(() => server.close());
          await server.closed;
          return;
        }
        const server = await serveHttpMcp(agent, { port: options.port, host: options.host });
        say(`listening on ${server.url}`);
        await untilStopped(signal);
        await server.close();
      }),
    );
}
