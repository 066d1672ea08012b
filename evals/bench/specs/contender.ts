import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** One way of reading a description whole, or ours. Answers how much it found, so that nothing is read in vain. */
export type Contender = (file: string, entity: string) => Promise<string>;

/** The parsed JSON of a file; the time for it counts for every contender. */
async function json(file: string): Promise<unknown> {
  const bytes = await readFile(file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as unknown;
}

/** The peers, each by the call that its documentation shows for reading a whole description. */
export const contenders: Readonly<Record<string, () => Promise<Contender>>> = {
  causeway: async () => {
    const { readOurs } = await import('./ours.ts');
    return readOurs;
  },
  '@scalar/openapi-parser dereference': async () => {
    const { dereference } = await import('@scalar/openapi-parser');
    return async (file) => {
      const { schema } = await dereference((await json(file)) as Record<string, unknown>);
      return `${Object.keys(schema?.['paths'] ?? {}).length} paths`;
    };
  },
  '@apidevtools/swagger-parser dereference': async () => {
    const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
    return async (file) => {
      const api = await SwaggerParser.dereference((await json(file)) as never);
      return `${Object.keys(api.paths ?? {}).length} paths`;
    };
  },
  'graphql buildClientSchema': async () => {
    const { buildClientSchema } = await import('graphql');
    return async (file) => {
      const value = (await json(file)) as { data?: unknown };
      const schema = buildClientSchema((value.data ?? value) as never);
      return `${Object.keys(schema.getTypeMap()).length} types`;
    };
  },
  '@sap-ux/edmx-parser parse': async () => {
    const { parse } = await import('@sap-ux/edmx-parser');
    return async (file) => {
      const metadata = parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
      return `${metadata.schema.entityTypes.length} entity types`;
    };
  },
};
