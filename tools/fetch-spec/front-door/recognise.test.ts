import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { recognise } from './recognise.ts';

function read(text: string, named = false) {
  const { value, syntax } = readDocument(Buffer.from(text));
  return recognise(value, syntax, named);
}

test.each([
  ['{"openapi": "3.0.3", "paths": {}}', 'openapi-3.0'],
  ['openapi: 3.1.0\npaths: {}', 'openapi-3.1'],
  ['openapi: 3.1\npaths: {}', 'openapi-3.1'],
  ['# comment\n"openapi": "3.2.0"\ninfo:\n  description: "type Query { a: Int }"', 'openapi-3.2'],
])('%j is %s', (text, format) => {
  expect(read(text)).toMatchObject({ kind: 'openapi', format });
});

test.each([
  ['[{"email": "a@example.com"}]', 1],
  ['{"email": "a@example.com"}\n{"email": "b@example.com"}', 2],
  ['{"results": [{"email": "a@example.com"}], "total": 1}', 1],
  ['{"id": 5, "email": "a@example.com"}', 1],
])('%j are samples', (text, count) => {
  expect(read(text)).toMatchObject({ kind: 'samples', records: { length: count } });
});

test('a lone object is a record when the caller names its type', () => {
  expect(read('{"hello": "world"}', true)).toStrictEqual({ kind: 'samples', records: [{ hello: 'world' }] });
});

test.each([
  ['<!DOCTYPE html><html></html>', 'not_a_spec', /HTML page/],
  ['<?xml version="1.0"?><note/>', 'not_a_spec', /XML document/],
  ['<wsdl:definitions xmlns:wsdl="x"/>', 'unsupported_format', /WSDL/],
  ['<edmx:Edmx Version="4.0"/>', 'unsupported_format', /OData/],
  ['swagger: "2.0"\npaths: {}', 'unsupported_format', /Swagger 2\.0/],
  ['openapi: 4.0.0', 'unsupported_format', /OpenAPI 4\.0\.0/],
  ['asyncapi: 3.0.0', 'unsupported_format', /AsyncAPI 3\.0\.0/],
  ['"""Docs"""\ntype Query {\n  a: Int\n}', 'unsupported_format', /GraphQL schema/],
  ['{"data": {"__schema": {}}}', 'unsupported_format', /GraphQL introspection/],
  ['{"info": {"_postman_id": "x"}, "item": []}', 'unsupported_format', /Postman/],
  ['{"log": {"entries": []}}', 'unsupported_format', /HAR/],
  ['{"$schema": "x", "properties": {}}', 'unsupported_format', /JSON Schema/],
  ['{"kind": "discovery#restDescription"}', 'unsupported_format', /Discovery/],
  ['#%RAML 1.0\ntitle: x', 'unsupported_format', /RAML/],
  ['syntax = "proto3";\nmessage A {}', 'unsupported_format', /Protocol Buffers/],
  ['{"hello": "world", "__proto__": {}}', 'not_a_spec', /JSON without an "openapi" key \(it has hello\)/],
  ['hello: world', 'not_a_spec', /YAML without an "openapi" key/],
  ['[1, 2]', 'not_a_spec', /holds no records/],
  ['[]', 'not_a_spec', /holds no records/],
])('%j is refused by name', (text, code, message) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});
