import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { Agent } from '../agent/index.ts';
import { CausewayError, canonicalJson } from '../tools/core/index.ts';
import { readArtifact } from '../tools/read-artifact/index.ts';

/** Most characters of an artifact that are served whole; a description of an API can be megabytes. */
export const resourceLimit = 100_000;

/** Serves every artifact as `causeway://artifacts/{id}`; a big one is shown in outline, to be paged with read_artifact. */
export function registerArtifacts(server: McpServer, agent: Agent): void {
  server.registerResource(
    'artifact',
    // Not listed: ids are what tools answer, and a store may hold thousands.
    new ResourceTemplate('causeway://artifacts/{id}', { list: undefined }),
    {
      title: 'Artifact',
      description:
        'What a tool made: spec_…, schema_…, mapping_…, connector_…, report_… or pr_…, by the id it answered.',
      mimeType: 'application/json',
    },
    async (uri, { id }) => {
      const text = await read(agent, uri, String(id));
      return { contents: [{ uri: uri.href, mimeType: 'application/json', text }] };
    },
  );
}

async function read(agent: Agent, uri: URL, id: string): Promise<string> {
  try {
    const text = canonicalJson(await agent.artifacts.read(id));
    if (text.length <= resourceLimit) return text;
    const page = await agent.call(readArtifact, { id });
    if (!page.ok) throw page.error;
    return canonicalJson({
      id,
      cut: true,
      characters: text.length,
      hint: 'Only an outline; read its parts with the tool read_artifact { id, path, offset, limit }',
      outline: page.output,
    });
  } catch (error) {
    if (error instanceof CausewayError && error.kind === 'request')
      throw new ResourceNotFoundError(uri.href, `${error.message}. ${error.hint}`);
    throw error;
  }
}
