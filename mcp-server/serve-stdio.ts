import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Agent } from '../agent/index.ts';
import { createLog } from '../tools/core/index.ts';
import { Calls } from './calls.ts';
import { createServer } from './create-server.ts';

export interface StdioMcp {
  /** Resolves when stdin has ended, or `close` was called, and no call runs any more. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves MCP on this process's stdin and stdout (or the given streams), with the working directory as the place of
 * relative paths. Nothing but protocol messages goes to stdout. The agent stays open: its owner closes it after
 * `closed`.
 */
export function serveStdioMcp(
  agent: Agent,
  streams: { readonly stdin: Readable; readonly stdout: Writable } = process,
): StdioMcp {
  const log = createLog(agent.config.debug);
  const calls = new Calls();
  const transport = new StdioServerTransport(streams.stdin, streams.stdout);
  const server = serveStdio(() => createServer(agent, { cwd: process.cwd(), calls }), {
    transport,
    onerror: (error) => log.debug({ error: error.message }, 'mcp stdio'),
  });
  const closed = new Promise<void>((resolve) => {
    const ended = transport.onclose;
    transport.onclose = () => {
      ended?.();
      resolve();
    };
  }).then(() => calls.close());
  return {
    closed,
    async close() {
      await server.close();
      await closed;
    },
  };
}
