import { type JsonObject, objectOf, property } from '../../../core/json/json.ts';
import { declarations, scalarOf } from './declared.ts';
import { listOf } from './merge-raml.ts';

/** The server of an API, its version filled in; empty when it names none. */
export function serversOf(document: JsonObject): JsonObject[] {
  const said = scalarOf(document['baseUri']);
  if (said === null) return [];
  const version = scalarOf(document['version']) ?? '';
  const filled = said.replaceAll('{version}', () => version);
  const protocols = listOf(document['protocols']).map((protocol) => String(protocol).toUpperCase());
  const url =
    protocols.length > 0 && !protocols.includes('HTTP') ? filled.replace(/^http:/i, 'https:') : filled;
  const declared = { ...objectOf(document['baseUriParameters']) };
  const variables = Object.entries(declarations(declared)).flatMap(([key, declaration]) => {
    const name = key.replace(/\?$/, '');
    const values = listOf(property(declaration, 'enum')).map(String);
    const fallback = scalarOf(property(declaration, 'default')) ?? values[0];
    const description = scalarOf(property(declaration, 'description'));
    if (!url.includes(`{${name}}`)) return [];
    return [
      [
        name,
        {
          ...(fallback === undefined ? {} : { default: fallback }),
          ...(description === null ? {} : { description }),
        },
      ] as const,
    ];
  });
  return [{ url, ...(variables.length === 0 ? {} : { variables: Object.fromEntries(variables) }) }];
}
