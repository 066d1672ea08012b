import { expect, test } from 'vitest';
import type { JsonObject } from '../../../core/json/json.ts';
import { validationWarnings } from './validate.ts';

const valid = { openapi: '3.0.3', info: { title: 'Quay', version: '1' }, paths: {} };
const faults = async (document: JsonObject) =>
  (await validationWarnings(document, 100)).map(({ code, message, at }) => [code, message, at]);

test('every fault says what is wrong and where', async () => {
  expect(
    await faults({
      ...valid,
      info: { title: 5, version: '1' },
      paths: {
        '/a': { get: { responses: { 200: { content: {} } }, parameters: [5] } },
        nopath: {},
      },
      components: { schemas: { Bad: { type: 'strng' } }, securitySchemes: { key: { type: 'apiKey' } } },
    }),
  ).toStrictEqual([
    ['invalid_openapi', '"title" must be of the type string', '/info/title'],
    ['invalid_openapi', '"nopath" is not expected there', '/paths/nopath'],
    [
      'invalid_openapi',
      '"parameters/0" has none of the forms that are allowed there',
      '/paths/~1a/get/parameters/0',
    ],
    ['invalid_openapi', '"responses/200" lacks the property "description"', '/paths/~1a/get/responses/200'],
    [
      'invalid_openapi',
      '"type" must be equal to one of the allowed values: array, boolean, integer, number, object, string',
      '/components/schemas/Bad/type',
    ],
    ['invalid_openapi', '"key" lacks the property "name"', '/components/securitySchemes/key'],
    ['invalid_openapi', '"key" lacks the property "in"', '/components/securitySchemes/key'],
  ]);
});

test('a version that YAML takes for a number', async () => {
  expect(await faults({ ...valid, openapi: 3 })).toStrictEqual([]);
  expect(await faults({ ...valid, openapi: 3.1 })).toStrictEqual([]);
  expect(await faults({ swagger: 2, info: valid.info, paths: {} })).toStrictEqual([]);
});

test('of many faults the first are shown and the others counted', async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [`S${index}`, { readOnly: 'x' }]),
  );
  const found = await faults({ ...valid, components: { schemas } });
  expect(found).toHaveLength(21);
  expect(found.at(-1)).toStrictEqual(['invalid_openapi', '5 more faults like these', '']);
});
