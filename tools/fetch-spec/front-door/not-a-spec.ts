import { RequestError } from '../../core/index.ts';

/** The error for bytes that describe no API: says what was seen instead. */
export function notASpec(
  seen: string,
  hint = 'Give the path or URL of an OpenAPI description (JSON or YAML)',
) {
  return new RequestError('not_a_spec', `This is no API description: ${seen}`, hint);
}

/** The error for a description in a format that is not read. */
export function unsupportedFormat(
  seen: string,
  hint = 'Give the OpenAPI 3 description of the API, if there is one',
) {
  return new RequestError('unsupported_format', `This is ${seen}, which Causeway does not read yet`, hint);
}
