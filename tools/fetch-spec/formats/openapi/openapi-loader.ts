import { isObject, property } from '../../../core/json/json.ts';
import { unsupportedFormat } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from './describe-openapi.ts';
import { validationWarnings } from './validate.ts';

/** OpenAPI 3.0, 3.1 and later minor versions, JSON or YAML. */
export const openApiLoader: Loader = {
  name: 'openapi',
  recognise({ value }: Opened) {
    const version = property(value, 'openapi');
    return version === undefined
      ? undefined
      : `openapi-${String(version).split('.').slice(0, 2).join('.').slice(0, 20)}`;
  },
  async load({ source, value, size, warnings }, format) {
    if (!isObject(value) || !/^openapi-3(?:\.\d+)?$/.test(format)) {
      throw unsupportedFormat(`OpenAPI ${format.slice('openapi-'.length)}`);
    }
    const own = describeOpenApi({
      document: value,
      format: format === 'openapi-3' ? 'openapi-3.0' : format,
      origin: source.origin,
    });
    return {
      ...own,
      warnings: [...warnings, ...own.warnings, ...(await validationWarnings(value, size))],
    };
  },
};
