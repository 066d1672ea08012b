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
  ['{"swagger": "2.0", "paths": {}}', 'swagger', 'swagger-2.0'],
  [
    '{"discoveryVersion": "v1", "name": "a", "resources": {}, "schemas": {}}',
    'discovery',
    'google-discovery',
  ],
  [
    '{"info": {"name": "A", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": []}',
    'postman',
    'postman-2.1',
  ],
  ['{"log": {"version": "1.2", "entries": []}}', 'recording', 'har'],
  [
    '{"name": "Lead", "fields": [{"name": "Id", "type": "id", "soapType": "tns:ID", "nillable": false}]}',
    'metadata',
    'salesforce-describe',
  ],
  [
    '{"results": [{"name": "email", "label": "Email", "type": "string", "fieldType": "text", "groupName": "a"}]}',
    'metadata',
    'hubspot-properties',
  ],
  ['type Query { a: [B] }\ntype B { id: ID! }', 'graphql', 'graphql-sdl'],
  ['{"data": {"__schema": {"types": []}}}', 'graphql', 'graphql-introspection'],
  ['asyncapi: 3.0.0\nchannels: {}', 'asyncapi', 'asyncapi-3.0'],
  ['syntax = "proto3";\nmessage A { string id = 1; }', 'protobuf', 'protobuf'],
  ['{"type": "record", "name": "A", "fields": []}', 'avro', 'avro'],
  [
    '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}',
    'json-schema',
    'json-schema',
  ],
  ['<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"/>', 'odata', 'odata-4.0'],
  ['<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>', 'soap', 'wsdl-1.1'],
  ['<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"/>', 'soap', 'xsd'],
  [
    '# Contacts\n\n`GET /contacts`\n\n| Field | Type | Description |\n|---|---|---|\n| id | string | Id |\n',
    'docs',
    'docs-markdown',
  ],
  ['id,email\n1,a@example.com\n', 'samples', 'csv'],
])('%j is read by %s as %s', (text, loader, format) => {
  expect(read(text)).toStrictEqual({ loader, format });
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
