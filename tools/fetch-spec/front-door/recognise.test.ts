import { expect, test } from 'vitest';
import { loaders } from '../formats/loaders.ts';
import { openText } from './__fixtures__/open-text.ts';
import { recognise } from './recognise.ts';

const read = (text: string, entity: string | null = null) => {
  const { loader, format } = recognise(openText(text, { entity }), loaders);
  return { loader: loader.name, format };
};

test.each([
  ['{"openapi": "3.0.3", "paths": {}}', 'openapi-3.0'],
  ['openapi: 3.1.0\npaths: {}', 'openapi-3.1'],
  ['openapi: 3.1\npaths: {}', 'openapi-3.1'],
  ['# comment\n"openapi": "3.2.0"\ninfo:\n  description: "type Query { a: Int }"', 'openapi-3.2'],
])('%j is %s', (text, format) => {
  expect(read(text)).toStrictEqual({ loader: 'openapi', format });
});

test.each([
  '[{"email": "a@example.com"}]',
  '{"email": "a@example.com"}\n{"email": "b@example.com"}',
  '{"results": [{"email": "a@example.com"}], "total": 1}',
  '{"id": 5, "email": "a@example.com"}',
])('%j are samples', (text) => {
  expect(read(text)).toStrictEqual({ loader: 'samples', format: 'json-samples' });
});

test('a lone object is a record when the caller names its type', () => {
  expect(read('{"hello": "world"}', 'thing')).toStrictEqual({ loader: 'samples', format: 'json-samples' });
});

test.each([
  ['<!DOCTYPE html><html></html>', 'not_a_spec', /HTML page/],
  ['<?xml version="1.0"?><note/>', 'not_a_spec', /XML document/],
  ['{"hello": "world", "__proto__": {}}', 'not_a_spec', /JSON without an "openapi" key .* \(it has hello\)/],
  ['hello: world', 'not_a_spec', /YAML without an "openapi" key/],
  ['[1, 2]', 'not_a_spec', /holds no records/],
  ['[]', 'not_a_spec', /holds no records/],
])('%j is refused by name', (text, code, message) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});
