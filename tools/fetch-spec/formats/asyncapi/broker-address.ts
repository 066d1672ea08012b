import { isObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import type { SchemaReader } from '../../../core/openapi/schema-reader.ts';
import type { Server } from '../openapi/server.ts';

/** The first server of a document: `kafka://broker.example.com:9092`; null when none is named. */
export function brokerAddress(reader: SchemaReader): Server | null {
  const servers = reader.at('/servers');
  if (servers === undefined) return null;
  for (const key of Object.keys(objectOf(servers.node))) {
    const server = reader.resolve(reader.child(servers, key));
    if (server === undefined || !isObject(server.node)) continue;
    const written = textOf(property(server.node, 'host')) ?? textOf(property(server.node, 'url'));
    const host =
      written
        ?.trim()
        .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
        .split(/[/?#]/, 1)[0] ?? '';
    if (host === '' || /\s/.test(host) || host.length > 500) continue;
    const protocol = textOf(property(server.node, 'protocol'))?.toLowerCase() ?? 'https';
    const variables = objectOf(property(server.node, 'variables'));
    const filled = host.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
      const standard = property(variables[name], 'default');
      return typeof standard === 'string' && /^[\w.-]+$/.test(standard) ? standard : whole;
    });
    const names = [...filled.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
    return {
      baseUrl: `${/^[a-z][a-z\d+.-]*$/.test(protocol) ? protocol : 'https'}://${filled}`,
      prefix: '',
      host: filled,
      variables: names.map((name) => ({ name, description: `${name} in the address of the server` })),
    };
  }
  return null;
}
