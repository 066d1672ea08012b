import { expect, test } from 'vitest';
import { openText } from './__fixtures__/open-text.ts';
import { bundle } from './bundle.ts';

const api = `
openapi: 3.1.0
paths:
  /pets: { get: { responses: { '200': { content: { application/json: { schema: { $ref: './pet.yaml#/Pet' } } } } } } }
components:
  schemas:
    Own: { $ref: '#/components/schemas/Other' }
    Other: { type: string }
    Lost: { $ref: './missing.yaml#/X' }
    Anchor: { $ref: './pet.yaml#pet' }
`;
const beside = {
  './pet.yaml': `Pet: { type: object, properties: { owner: { $ref: 'owner.json' }, friend: { $ref: '#/Pet' } } }`,
  'owner.json': '{"type": "object", "properties": {"pets": {"$ref": "./pet.yaml#/Pet"}}}',
};

test('documents that are referred to stand beside the one that refers to them, and references lead there', async () => {
  const { value } = await bundle(openText(api, { beside }));
  expect(value).toStrictEqual({
    openapi: '3.1.0',
    paths: {
      '/pets': {
        get: {
          responses: {
            '200': { content: { 'application/json': { schema: { $ref: '#/x-causeway-related/0/Pet' } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Own: { $ref: '#/components/schemas/Other' },
        Other: { type: 'string' },
        Lost: { $ref: './missing.yaml#/X' },
        Anchor: { $ref: './pet.yaml#pet' },
      },
    },
    'x-causeway-related': [
      {
        Pet: {
          type: 'object',
          properties: {
            owner: { $ref: '#/x-causeway-related/1' },
            friend: { $ref: '#/x-causeway-related/0/Pet' },
          },
        },
      },
      { type: 'object', properties: { pets: { $ref: '#/x-causeway-related/0/Pet' } } },
    ],
  });
});

test('a document without such references is answered as it is', async () => {
  const opened = openText('{"a": {"$ref": "#/b"}, "b": 1}');
  expect(await bundle(opened)).toBe(opened);
});
