import type { JsonObject } from '../../core/json/json.ts';
import { Api, type ApiDescription, Patterns } from '../../model/index.ts';
import { entityName, sentence, words } from '../openapi/resources/words.ts';
import type { Source } from '../source/source.ts';

/** Most records that are kept: more say nothing new about their fields. */
const maxRecords = 2_000;

/** Sample records as a description of one record type, named by the caller or after the file. */
export function describeSamples(records: readonly JsonObject[], source: Source): ApiDescription {
  const given = source.entity?.trim().slice(0, 100) ?? '';
  // A name is used in code and paths later: what is not plain is made so, and stays as an alias.
  const plain = /^[A-Za-z][A-Za-z0-9_-]*$/.test(given) ? given : entityName(given);
  const name = plain || entityName(source.name) || 'record';
  const kept = records.slice(0, maxRecords);
  const keys = new Set(kept.flatMap((record) => Object.keys(record)));
  const cut = records.length > kept.length;
  return {
    system: words(source.name.replaceAll(/[^\w.-]/g, ' ')).join('-') || 'samples',
    title: `Samples of ${name}`,
    version: '',
    format: 'json-samples',
    origin: source.origin,
    api: Api.parse({ baseUrl: 'https://{host}', variables: [hostVariable] }),
    warnings: [
      {
        code: 'samples_only',
        message: `Fields are inferred from ${kept.length} sample records${cut ? ` of ${records.length}` : ''}; calls, required fields and authentication are unknown`,
        at: '',
      },
    ],
    entities: [
      {
        name,
        label: sentence(words(name)),
        aliases: given === '' || given === name ? [] : [given],
        operations: {},
        fieldCount: keys.size,
        schemaAt: null,
      },
    ],
    patterns: Patterns.parse({}),
    document: { records: kept },
  };
}

const hostVariable = { name: 'host', env: 'API_HOST', description: 'Host of the API', secret: false };
