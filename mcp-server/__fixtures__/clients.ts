import { fileURLToPath } from 'node:url';
import { Client as ClientV2, StreamableHTTPClientTransport as HttpV2 } from '@modelcontextprotocol/client';
import { StdioClientTransport as StdioV2 } from '@modelcontextprotocol/client/stdio';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as StdioV1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as HttpV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { World } from './world.ts';

/** What a call answered, and the progress messages before it. */
export interface Answer {
  readonly isError: boolean;
  readonly text: string;
  readonly output: unknown;
  readonly progress: readonly string[];
}

/** Either generation of the official client, told apart by nothing but this. */
export interface Peer {
  call(name: string, args: Record<string, unknown>): Promise<Answer>;
  tools(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const info = { name: 'test', version: '1.0.0' };
const stdioServer = fileURLToPath(new URL('./stdio-server.ts', import.meta.url));

/** Where a client finds its server: an address, or a world in which it starts one. */
export type Target = { url: string } | { world: World };

const stdio = ({ repo, env }: World) => ({
  command: process.execPath,
  args: [stdioServer],
  env,
  cwd: repo,
  stderr: 'inherit' as const,
});

/** The v2 client on the 2026-07-28 protocol, or (`legacy`) on 2025-11-25. */
export async function v2(target: Target, legacy = false): Promise<Peer> {
  const mode = legacy ? ('legacy' as const) : { pin: '2026-07-28' };
  const client = new ClientV2(info, { versionNegotiation: { mode } });
  await client.connect('url' in target ? new HttpV2(new URL('/mcp', target.url)) : new StdioV2(stdio(target.world)));
  return {
    async call(name, args) {
      const progress: string[] = [];
      const onprogress = ({ message }: { message?: string | undefined }) => progress.push(message ?? '');
      return answer(await client.callTool({ name, arguments: args }, { onprogress }), progress);
    },
    tools: async () => (await client.listTools()).tools,
    close: () => client.close(),
  };
}

/** The v1 client, which knows only 2025-11-25 and older. */
export async function v1(target: Target): Promise<Peer> {
  const client = new ClientV1(info);
  // Its own transport types leave out `undefined`, which exactOptionalPropertyTypes asks for.
  const transport = 'url' in target ? new HttpV1(new URL('/mcp', target.url)) : new StdioV1(stdio(target.world));
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return {
    async call(name, args) {
      const progress: string[] = [];
      const onprogress = ({ message }: { message?: string | undefined }) => progress.push(message ?? '');
      return answer(await client.callTool({ name, arguments: args }, undefined, { onprogress }), progress);
    },
    tools: async () => (await client.listTools()).tools,
    close: () => client.close(),
  };
}

function answer(result: Readonly<Record<string, unknown>>, progress: string[]): Answer {
  const content = Array.isArray(result['content']) ? result['content'] : [];
  const text = content.map((block: { text?: string }) => block.text ?? '').join('\n');
  return { isError: result['isError'] === true, text, output: result['structuredContent'] ?? null, progress };
}
