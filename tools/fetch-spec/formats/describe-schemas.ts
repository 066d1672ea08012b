import type { JsonObject } from '../../core/json/json.ts';
import { Api, type ApiDescription, type EntitySummary, Patterns, type Warning } from '../../model/index.ts';
import { envPrefix, systemName } from '../naming/system-name.ts';
import type { Source } from '../source/source.ts';
import { addressOf } from './openapi/server.ts';

export interface SchemasInput {
  readonly source: Source;
  readonly format: string;
  readonly title: string;
  readonly version?: string;
  /** The system's short name where the format gives it away (`hubspot`); otherwise it is made of the title. */
  readonly system?: string;
  /** `{ components: { schemas } }`: JSON Schemas, with `x-causeway` facts where a keyword is missing. */
  readonly document: JsonObject;
  readonly entities: readonly EntitySummary[];
  readonly api?: Partial<ApiDescription['api']>;
  readonly patterns?: Partial<ApiDescription['patterns']>;
  readonly warnings?: readonly Warning[];
}

/** A description made of schemas by a format that has types, and calls other than those of OpenAPI. */
export function describeSchemas(input: SchemasInput): ApiDescription {
  const { source, format, title, version = '', document } = input;
  const origin = /^https?:/.test(source.origin) ? URL.parse(source.origin)?.host : undefined;
  const system = input.system ?? systemName(title, origin ?? '');
  return {
    system,
    title: title.slice(0, 200),
    version: version.slice(0, 100),
    format,
    origin: source.origin,
    api: Api.parse({ ...addressOf(null, envPrefix(system)), ...input.api }),
    warnings: [...(input.warnings ?? [])],
    entities: [...input.entities],
    patterns: Patterns.parse({ ...input.patterns }),
    document,
    catalog: null,
  };
}
