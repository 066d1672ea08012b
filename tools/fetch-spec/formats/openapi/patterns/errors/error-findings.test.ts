import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../../core/json/json.ts';
import { brief, integer, json, list, object, patternsOf, text } from '../__fixtures__/patterns-of.ts';

function ofBody(schema: JsonObject, mediaType = 'application/json') {
  const answer = { description: 'x', content: { [mediaType]: { schema } } };
  const paths = { '/ships': { get: { responses: { 400: answer } } } };
  return brief(patternsOf(paths).errors, 'message', 'code');
}
const problem = object({ type: text, title: text, status: integer, detail: text });

test.each<[string, JsonObject, Json[][]]>([
  ['plain', object({ code: text, message: text }), [['json-body', 'message', 'code']]],
  [
    'nested',
    object({ error: object({ message: text, type: text }) }),
    [['json-body', 'error.message', 'error.type']],
  ],
  [
    'a list whose code is beside its message',
    object({ type: text, errors: list(object({ code: text, message: text })) }),
    [['json-body', 'errors.0.message', 'errors.0.code']],
  ],
  ['an array', list(object({ errorCode: text, message: text })), [['json-body', '0.message', '0.errorCode']]],
  ['texts', object({ errorMessages: list(text) }), [['json-body', 'errorMessages.0', null]]],
  ['one text', object({ ok: text, error: text }), [['json-body', 'error', null]]],
  [
    'a namespace, and a title that says less',
    object({ title: text, 'o:errorDetails': list(object({ detail: text, 'o:errorCode': text })) }),
    [['json-body', 'o:errorDetails.0.detail', 'o:errorDetails.0.o:errorCode']],
  ],
  ['a problem by its members', problem, [['problem-json', 'detail', 'type']]],
  [
    'OData',
    object({ error: object({ code: text, message: text, target: text, details: list(object({})) }) }),
    [['odata-error', 'error.message', 'error.code']],
  ],
  [
    'a SOAP fault',
    object({ Fault: object({ faultcode: text, faultstring: text }) }),
    [['soap-fault', 'Fault.faultstring', 'Fault.faultcode']],
  ],
  ['nothing about errors', object({ id: text, length: integer }), []],
])('%s', (_, schema, expected) => {
  expect(ofBody(schema)).toStrictEqual(expected);
});

test('a problem by its media type', () => {
  expect(ofBody(problem, 'application/problem+json')).toStrictEqual([['problem-json', 'detail', 'type']]);
});

test('the form of most answers comes first, with its statuses', () => {
  const rare = json(object({ error_description: text, error: text }));
  const usual = json(object({ message: text }));
  const { errors } = patternsOf({
    '/token': { get: { responses: { 400: rare } } },
    '/ships': { get: { responses: { 404: usual, 500: usual } } },
  });
  expect(brief(errors, 'message', 'code', 'statuses', 'answers')).toStrictEqual([
    ['json-body', 'message', null, ['404', '500'], 2],
    ['json-body', 'error_description', 'error', ['400'], 1],
  ]);
});
