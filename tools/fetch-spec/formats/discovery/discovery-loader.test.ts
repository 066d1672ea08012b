import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { discoveryLoader } from './discovery-loader.ts';
import { discoverySchema } from './discovery-schema.ts';

const library = {
  kind: 'discovery#restDescription',
  discoveryVersion: 'v1',
  name: 'library',
  title: 'Library API',
  version: 'v2',
  rootUrl: 'https://library.acme.example/',
  servicePath: 'lib/v2/',
  batchPath: 'batch',
  auth: { oauth2: { scopes: { 'https://acme.example/auth/library': { description: 'Books' } } } },
  schemas: {
    Book: {
      id: 'Book',
      type: 'object',
      properties: {
        id: { type: 'string', description: 'Output only. The id.' },
        pages: { type: 'string', format: 'int64' },
        published: { type: 'string', format: 'google-datetime' },
        kind: { type: 'string', enum: ['NOVEL', 'ATLAS'], enumDescriptions: ['A story', 'Maps'] },
        shelf: { $ref: 'Shelf', readOnly: true },
        title: { type: 'string', annotations: { required: ['library.books.insert'] } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        tags: { type: 'array', items: { type: 'string' } },
      },
    },
    Shelf: {
      id: 'Shelf',
      type: 'object',
      properties: { name: { type: 'string' }, parent: { $ref: 'Shelf' } },
    },
    BookList: {
      id: 'BookList',
      type: 'object',
      properties: { items: { type: 'array', items: { $ref: 'Book' } }, nextPageToken: { type: 'string' } },
    },
  },
  resources: {
    books: {
      methods: {
        list: {
          id: 'library.books.list',
          httpMethod: 'GET',
          path: 'books',
          parameters: {
            pageToken: { type: 'string', location: 'query' },
            maxResults: { type: 'integer', format: 'int32', maximum: '100', location: 'query' },
          },
          response: { $ref: 'BookList' },
        },
        get: {
          id: 'library.books.get',
          httpMethod: 'GET',
          path: 'books/{+bookId}',
          parameters: { bookId: { type: 'string', location: 'path', required: true } },
          response: { $ref: 'Book' },
        },
        insert: {
          id: 'library.books.insert',
          httpMethod: 'POST',
          path: 'books',
          request: { $ref: 'Book' },
          response: { $ref: 'Book' },
        },
      },
    },
  },
};

test('methods of nested resources become calls, schemas record types', async () => {
  const opened = openText(JSON.stringify(library));
  expect(discoveryLoader.recognise(opened)).toBe('google-discovery');
  const description = await discoveryLoader.load(opened, 'google-discovery', testContext());
  expect(description).toMatchObject({
    title: 'Library API',
    version: 'v2',
    api: { baseUrl: 'https://library.acme.example' },
    entities: [
      {
        name: 'book',
        fieldCount: 8,
        operations: {
          list: {
            id: 'library.books.list',
            path: '/lib/v2/books',
            responseAt: 'items',
            pagination: {
              kind: 'cursor',
              parameter: 'pageToken',
              nextPath: 'nextPageToken',
              limitParameter: 'maxResults',
              maxLimit: 100,
            },
          },
          get: { id: 'library.books.get', path: '/lib/v2/books/{bookId}' },
          create: { id: 'library.books.insert', answers: 'record' },
        },
      },
    ],
  });
  expect(description.patterns.auth).toMatchObject([{ kind: 'oauth2-authorization-code' }]);
  expect(description.patterns.bulk).toHaveLength(1);
});

test('what a field may be, in the terms of JSON Schema', () => {
  expect(discoverySchema(library.schemas.Book as never)).toStrictEqual({
    type: 'object',
    required: ['title'],
    properties: {
      id: { type: 'string', description: 'Output only. The id.', readOnly: true },
      pages: { type: 'string', 'x-causeway': { type: 'integer', wireType: 'string' } },
      published: { type: 'string', format: 'date-time' },
      kind: {
        type: 'string',
        enum: ['NOVEL', 'ATLAS'],
        'x-causeway': { enumLabels: { NOVEL: 'A story', ATLAS: 'Maps' } },
      },
      shelf: { allOf: [{ $ref: '#/components/schemas/Shelf' }], readOnly: true },
      title: { type: 'string' },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      tags: { type: 'array', items: { type: 'string' } },
    },
  });
});
