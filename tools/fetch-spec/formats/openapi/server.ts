import { arrayOf, isObject, type JsonObject, objectOf, property, textOf } from '../../../core/json/json.ts';
import type { Api } from '../../../model/index.ts';
import { envPart } from '../../naming/env-part.ts';

export interface Server {
  /** Scheme and host, with `{placeholders}`. */
  readonly baseUrl: string;
  /** Path of the server, before every operation's: `/api/v3`, or ''. */
  readonly prefix: string;
  readonly host: string;
  readonly variables: readonly { readonly name: string; readonly description: string }[];
}

/**
 * The first usable server of a document. Placeholders in its path become their defaults, those in its host stay. Without
 * any, the place the document came from is taken; else null.
 */
export function readServer(document: JsonObject, origin: string): Server | null {
  const base = /^https?:/.test(origin) ? origin : undefined;
  for (const server of arrayOf(property(document, 'servers'))) {
    const url = textOf(property(server, 'url'));
    const read = url === null ? null : parseServer(url, objectOf(property(server, 'variables')), base);
    if (read !== null) return read;
  }
  return base === undefined ? null : parseServer('/', {}, base);
}

function parseServer(template: string, variables: JsonObject, base: string | undefined): Server | null {
  const absolute = /^(https?):\/\/([^/?#\s]+)([^?#\s]*)/i.exec(template.trim());
  if (absolute === null) {
    const resolved = base === undefined ? null : URL.parse(template, base);
    return resolved === null
      ? null
      : { baseUrl: resolved.origin, prefix: trim(resolved.pathname), host: resolved.host, variables: [] };
  }
  const [, scheme = 'https', hostTemplate = '', path = ''] = absolute;
  const fill = (text: string, all: boolean) =>
    text.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
      const value = property(variables[name], 'default');
      const fixed = arrayOf(property(variables[name], 'enum')).length > 0;
      return typeof value === 'string' && (all || fixed) ? value : whole;
    });
  const host = fill(hostTemplate, false);
  const names = [...host.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  return {
    baseUrl: `${scheme.toLowerCase()}://${host}`,
    prefix: trim(fill(path, true)),
    host,
    variables: names.map((name) => ({
      name,
      description: describe(name, isObject(variables[name]) ? variables[name] : {}),
    })),
  };
}

function describe(name: string, variable: JsonObject): string {
  return textOf(property(variable, 'description'))?.slice(0, 200) ?? `${name} in the address of the API`;
}

function trim(path: string): string {
  return path.replace(/\/+$/, '');
}

/** Shape of an Api without anything but its address. */
export function addressOf(server: Server | null, envPrefix: string): Pick<Api, 'baseUrl' | 'variables'> {
  if (server === null) {
    const variable = {
      name: 'host',
      env: `${envPrefix}_HOST`,
      description: 'Host of the API',
      secret: false,
    };
    return { baseUrl: 'https://{host}', variables: [variable] };
  }
  return {
    baseUrl: server.baseUrl,
    variables: server.variables.map(({ name, description }) => ({
      name,
      env: `${envPrefix}_${envPart(name)}`,
      description,
      secret: false,
    })),
  };
}
