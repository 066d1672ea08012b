import { isObject, type JsonObject, property } from '../../../core/json/json.ts';
import { notASpec, unsupportedFormat } from '../../front-door/not-a-spec.ts';
import type { Opened } from '../../front-door/opened.ts';
import type { Loader } from '../loader.ts';
import { describeOpenApi } from '../openapi/describe-openapi.ts';
import { validationWarnings } from '../openapi/validate.ts';
import { prepareSwagger } from './prepare-swagger.ts';

/** Swagger 2.0, JSON or YAML: rewritten as OpenAPI 3 by the upgrader, what that would lose put in order before. */
export const swaggerLoader: Loader = {
  name: 'swagger',
  recognise({ value }: Opened) {
    const version = property(value, 'swagger') ?? property(value, 'swaggerVersion');
    return version === undefined ? undefined : `swagger-${String(version).slice(0, 10)}`;
  },
  async load({ source, value, size, warnings }, format) {
    if (!isObject(value)) throw notASpec('it is a list');
    if (!/^swagger-2(?:\.|$)/.test(format)) {
      throw unsupportedFormat(
        `Swagger ${format.slice('swagger-'.length)}`,
        'Swagger 1 spreads one API over many files: give its Swagger 2 or OpenAPI 3 description, or samples of its records',
      );
    }
    const document = await upgraded(value);
    const own = describeOpenApi({ document, format: 'swagger-2.0', origin: source.origin });
    return {
      ...own,
      warnings: [...warnings, ...own.warnings, ...(await validationWarnings(value, size))],
    };
  },
};

async function upgraded(value: JsonObject): Promise<JsonObject> {
  const { upgrade } = await import('@scalar/openapi-parser');
  try {
    // A copy: the upgrader changes what it is given.
    // The upgrader knows the version by its text.
    const { specification } = upgrade(prepareSwagger({ ...structuredClone(value), swagger: '2.0' }));
    if (isObject(specification)) return specification;
  } catch (cause) {
    throw notASpec(
      `its Swagger 2.0 structure is damaged (${cause instanceof Error ? cause.message.slice(0, 150) : 'unknown'})`,
      'Check it with a Swagger editor, or give its OpenAPI 3 form',
    );
  }
  throw notASpec('its Swagger 2.0 structure is damaged', 'Check it with a Swagger editor');
}
