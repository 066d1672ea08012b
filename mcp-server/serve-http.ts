import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  localhostHostValidation,
  localhostOriginValidation,
  type NodeIncomingMessageLike,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Agent } from '../agent/index.ts';
import { createLog } from '../tools/core/index.ts';
import { Calls } from './calls.ts';
import { createServer, serverInfo } from './create-server.ts';
import { listenError, requireLoopback } from './listen-errors.ts';

export interface HttpMcpOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** A loopback address; default 127.0.0.1. */
  readonly host?: string;
}

export interface HttpMcp {
  /** `http://127.0.0.1:PORT`; MCP is at `/mcp`. */
  readonly url: string;
  /** Aborts running calls, waits for them, and lets go of the port. The agent stays open. */
  close(): Promise<void>;
}

/** Most bytes of one request. Arguments are sentences and row decisions, never specs. */
const maxRequestBodySize = 1024 * 1024;

/**
 * Serves MCP over streamable HTTP at `/mcp`, and `/health`. Callers may not name files (no working directory).
 * There is no authentication, so only loopback is bound and only requests that name it by Host (DNS rebinding) and,
 * where a browser sends one, by Origin are answered. Throws `host_not_loopback`, `port_in_use`, `cannot_listen`.
 */
export async function serveHttpMcp(agent: Agent, options: HttpMcpOptions): Promise<HttpMcp> {
  const { port, host = '127.0.0.1' } = options;
  requireLoopback(host);
  const log = createLog(agent.config.debug);
  const onerror = (error: Error) => log.debug({ error: error.message }, 'mcp http');
  const calls = new Calls();
  const mcp = createMcpHandler(() => createServer(agent, { cwd: null, calls }), {
    maxRequestBodySize,
    onerror,
  });
  const handleMcp = toNodeHandler(mcp, { maxRequestBodySize, onerror });
  const hostIsOurs = localhostHostValidation();
  const originIsOurs = localhostOriginValidation();

  const server = createHttpServer((request, response) => {
    if (!hostIsOurs(request, response) || !originIsOurs(request, response)) return;
    const [path] = (request.url ?? '').split('?');
    if (path === '/mcp') handleMcp(likeNode(request), response).catch(onerror);
    else if (path === '/health') answerHealth(request, response);
    else answerJson(response, 404, { error: 'Not found; MCP is at /mcp' });
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw listenError(error, host, port);
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await calls.close();
      await mcp.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What the adapter reads of a request; its type does not allow Node's own `undefined`s. */
function likeNode(request: IncomingMessage): NodeIncomingMessageLike {
  const { method = 'GET', url = '/', headers } = request;
  return { method, url, headers, [Symbol.asyncIterator]: () => request[Symbol.asyncIterator]() };
}

function answerHealth(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'GET' || request.method === 'HEAD')
    answerJson(response, 200, { status: 'ok', name: serverInfo.name, version: serverInfo.version });
  else answerJson(response, 405, { error: 'Use GET' });
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
