import type { Json, JsonObject } from '../../../core/json/json.ts';
import { schemaOf } from '../../../core/samples/schema-of.ts';
import type { ValueProfile } from '../../../core/samples/value-profile.ts';
import type { Warning } from '../../../model/index.ts';
import { answerSchema, withoutRequired } from './body-schemas.ts';
import type { Exchange } from './exchange.ts';
import { type ObservedCall, observeCalls, seenSchemes } from './observed-calls.ts';

/** Recorded traffic as OpenAPI 3: paths with placeholders, bodies described by what was seen in them. */
export function openApiOfExchanges(
  exchanges: readonly Exchange[],
  title: string,
  warnings: Warning[],
): JsonObject {
  const servers = [...new Set(exchanges.map(({ origin }) => origin))].filter((origin) => origin !== '');
  const schemes = seenSchemes(exchanges);
  return {
    openapi: '3.0.3',
    info: { title, version: '' },
    ...(servers.length === 0 ? {} : { servers: servers.map((url) => ({ url })) }),
    paths: Object.fromEntries(
      [...observeCalls(exchanges)].map(([path, calls]) => [
        path,
        Object.fromEntries([...calls].map(([method, call]) => [method, callOf(call, warnings)])),
      ]),
    ),
    components: Object.keys(schemes).length === 0 ? {} : { securitySchemes: schemes },
  };
}

function callOf(call: ObservedCall, warnings: Warning[]): JsonObject {
  const body = call.request.seen === 0 ? undefined : withoutRequired(schemaOf(call.request, warnings));
  const type = call.form ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    parameters: [...call.query].map(([name, profile]) => ({
      name,
      in: 'query',
      // One recording does not show what may be left out.
      required: false,
      schema: parameterSchema(profile),
    })),
    ...(body === undefined ? {} : { requestBody: { content: { [type]: { schema: body } } } }),
    responses: Object.fromEntries(
      [...call.responses].map(([status, { profile, headers }]) => [
        status,
        {
          description: `Seen ${call.count === 1 ? 'once' : `in ${call.count} calls`}`,
          ...(headers.size === 0
            ? {}
            : {
                headers: Object.fromEntries(
                  [...headers].map((name) => [name, { schema: { type: 'string' } }]),
                ),
              }),
          ...(profile.seen === 0
            ? {}
            : {
                content: { 'application/json': { schema: answerSchema(schemaOf(profile, warnings)) } },
              }),
        },
      ]),
    ),
  };
}

/** The smallest number seen is the example: of a page, it is the first. */
function parameterSchema(profile: ValueProfile): Json {
  const schema = schemaOf(profile, []);
  const { scalars } = profile;
  return scalars !== undefined && scalars.numbers > 0 && scalars.strings === 0
    ? { ...schema, example: scalars.min }
    : schema;
}
