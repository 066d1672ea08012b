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

test('what is not followed says why and where, in the document and in those it refers to; records keep quiet', async () => {
  const opened = openText(
    `openapi: 3.1.0\na/b: [{ $ref: '../up.yaml' }, { $ref: in.yaml }]\nc: { $ref: '../up.yaml' }`,
  );
  const related: typeof opened.source.related = async (reference, refused) => {
    const inner = openText("x: { $ref: 'file:///y' }", { name: reference }).source;
    if (reference === 'in.yaml') return { ...inner, related };
    refused?.(`${reference} is elsewhere`);
    return undefined;
  };
  const { value, warnings } = await bundle({ ...opened, source: { ...opened.source, related } });
  const not = (reference: string) =>
    `The reference "${reference}" was not followed: ${reference} is elsewhere. What it stands for stays unknown`;
  expect(warnings).toStrictEqual([
    { code: 'external_ref', message: not('../up.yaml'), at: '/a~1b/0' },
    { code: 'external_ref', message: not('file:///y'), at: 'in.yaml#/x' },
  ]);
  expect(value).toStrictEqual({
    openapi: '3.1.0',
    'a/b': [{ $ref: '../up.yaml' }, { $ref: '#/x-causeway-related/0' }],
    c: { $ref: '../up.yaml' },
    'x-causeway-related': [{ x: { $ref: 'file:///y' } }],
    'x-causeway-refused': ['../up.yaml', 'file:///y'],
  });
  const records = openText('{"id": 1, "owner": {"$ref": "users"}}');
  expect((await bundle({ ...records, source: { ...records.source, related } })).warnings).toStrictEqual([]);
});
