import { isObject, property } from '../../../core/json/json.ts';
import { notASpec } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import { openApiOfDiscovery } from './openapi-of-discovery.ts';

/** Google's API Discovery format, rewritten as OpenAPI 3. */
export const discoveryLoader: Loader = {
  name: 'discovery',
  recognise({ value }: Opened) {
    const kind = String(property(value, 'kind') ?? '');
    return kind.startsWith('discovery#rest') || property(value, 'discoveryVersion') !== undefined
      ? 'google-discovery'
      : undefined;
  },
  load({ source, value, warnings }, format) {
    if (!isObject(value)) throw notASpec('it is a list');
    const own = describeOpenApi({ document: openApiOfDiscovery(value), format, origin: source.origin });
    return { ...own, warnings: [...warnings, ...own.warnings] };
  },
};
