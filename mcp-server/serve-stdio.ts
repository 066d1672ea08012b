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

export interface StdioMcpOptions {
  readonly cwd?: string;
  readonly stdin?: Readable;
  readonly stdout?: Writable;
}

/**
 * Serves MCP on this process's stdin and stdout (or the given streams). `cwd`, by default the working directory, is
 * the place of relative paths. Nothing but protocol messages goes to stdout. The agent stays open: its owner closes it after
 * `closed`.
 */
export function serveStdioMcp(agent: Agent, options: StdioMcpOptions = {}): StdioMcp {
  const { cwd = process.cwd(), stdin = process.stdin, stdout = process.stdout } = options;
  const log = createLog(agent.config.debug);
  const calls = new Calls();
  const transport = new StdioServerTransport(stdin, stdout);
  const server = serveStdio(() => createServer(agent, { cwd, calls }), {
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
