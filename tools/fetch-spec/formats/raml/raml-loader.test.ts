import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import type { ApiDescription } from '../../../model/index.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { outline } from './__fixtures__/outline.ts';
import { ramlLoader } from './raml-loader.ts';

async function load(
  text: string,
  beside: Readonly<Record<string, string>> = {},
  format = 'raml-1.0',
): Promise<ApiDescription> {
  const opened = openText(text, { name: 'garden', beside });
  expect(ramlLoader.recognise(opened)).toBe(format);
  return ramlLoader.load(opened, format, testContext());
}

const codes = ({ warnings }: ApiDescription) => warnings.map(({ code }) => code);

test('types: scalars, optional and nil, lists, unions, inheritance, patterns, dates', async () => {
  const description = await load(`#%RAML 1.0
title: Garden
types:
  Named:
    discriminator: kind
    properties: { name: string, kind: string }
  Plot:
    type: Named
    discriminatorValue: plot
    properties:
      id: { type: string, (readOnly): }
      size?: number
      soil: { enum: [clay, sand] }
      note: string | nil
      owner: Person?
      beds: Bed[]
      either: Bed | Person
      odd?: { required: true, type: boolean }
      plain:
      since: date-only
      at: datetime
      sent: { type: datetime, format: rfc2616 }
      noon: time-only
      picture: file
      many: { type: array, items: integer, minItems: 1 }
      any: any
      inner: { properties: { deep: integer } }
      counts: { properties: { //: integer } }
      both: [Bed, Person]
  Bed: { properties: { width: { minimum: 1 } } }
  Person: { properties: { email: string } }
`);
  expect(outline(description)).toStrictEqual({
    named: { operations: {}, fields: ['name string!', 'kind string!'] },
    plot: {
      operations: {},
      fields: [
        'kind string! ["plot"]',
        'id string!',
        'size number',
        'soil string! ["clay","sand"]',
        'note string! null',
        'owner object! null',
        'beds array of object!',
        'either object!',
        'odd? boolean!',
        'plain string!',
        'since string:date!',
        'at string:date-time!',
        'sent string!',
        'noon string:time!',
        'picture string:binary!',
        'many array of integer!',
        'any any!',
        'inner object!',
        'counts object map!',
        'both object!',
        'name string!',
      ],
    },
    bed: { operations: {}, fields: ['width number!'] },
    person: { operations: {}, fields: ['email string!'] },
  });
  expect(description.document).toMatchObject({
    components: {
      schemas: {
        Plot: {
          allOf: [{ $ref: '#/components/schemas/Named' }],
          properties: {
            id: { type: 'string', readOnly: true },
            sent: { type: 'string', 'x-causeway': { type: 'date-time', format: 'rfc-822' } },
            both: { allOf: [{ $ref: '#/components/schemas/Bed' }, { $ref: '#/components/schemas/Person' }] },
          },
        },
      },
    },
  });
});

test('resources: types and traits of libraries, optional methods, server, security', async () => {
  const description = await load(
    `#%RAML 1.0
title: Garden
version: 2
baseUri: http://{region}.garden.example/api/{version}
protocols: [HTTPS]
baseUriParameters: { region: { enum: [eu, us] } }
uses: { res: lib/resources.raml }
securitySchemes:
  key: { type: Pass Through, describedBy: { headers: { X-Key: { description: The key } } } }
  login:
    type: OAuth 2.0
    settings:
      authorizationUri: https://garden.example/auth
      accessTokenUri: https://garden.example/token
      authorizationGrants: [authorization_code, client_credentials]
      scopes: [plots]
securedBy: [login, null]
/plots:
  type: res.collection
  get: { is: [res.paged: { max: 50 }] }
  post:
  /{plotId}:
    type: { res.member: { answer: res.Plot } }
    uriParameters: { plotId: integer }
    get:
    delete: { securedBy: key, (deprecated): }
`,
    {
      'lib/resources.raml': `#%RAML 1.0 Library
uses: { types: types.raml }
traits:
  paged:
    queryParameters:
      limit?: { type: integer, maximum: <<max>>, description: At most <<max>> }
types:
  Plot: { type: types.<<nothing>>, properties: {} }
resourceTypes:
  base: { get: { responses: { 200: { body: 'types.<<resourcePathName | !singularize | !uppercamelcase>>[]' } } } }
  collection:
    type: base
    post?: { body: types.Plot, responses: { 201: { body: types.Plot } } }
    put?: { body: types.Plot }
  member:
    get: { responses: { 200: { body: types.Plot }, 404: { body: { properties: { message: string } } } } }
`,
      'types.raml': `#%RAML 1.0 Library
types:
  Plot: { properties: { id: integer, soil: Soil } }
  Soil: { enum: [clay, sand] }
`,
    },
  );
  expect(outline(description)).toStrictEqual({
    plot: {
      operations: {
        list: 'GET /api/2/plots',
        get: 'GET /api/2/plots/{plotId}',
        create: 'POST /api/2/plots',
        delete: 'DELETE /api/2/plots/{plotId}',
      },
      fields: ['id integer!', 'soil string! ["clay","sand"]'],
    },
  });
  expect(description.api).toMatchObject({
    baseUrl: 'https://{region}.garden.example',
    variables: [{ name: 'region', env: 'GARDEN_REGION' }],
  });
  expect(description.document).toMatchObject({
    security: [{ login: ['plots'] }, {}],
    paths: {
      '/plots': {
        get: {
          parameters: [
            {
              name: 'limit',
              in: 'query',
              required: false,
              description: 'At most 50',
              schema: { type: 'integer', maximum: 50 },
            },
          ],
        },
      },
      '/plots/{plotId}': {
        parameters: [{ name: 'plotId', in: 'path', required: true, schema: { type: 'integer' } }],
        delete: { deprecated: true, security: [{ key: [] }] },
      },
    },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'The key' },
        login: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              authorizationUrl: 'https://garden.example/auth',
              tokenUrl: 'https://garden.example/token',
              scopes: { plots: '' },
            },
            clientCredentials: {},
          },
        },
      },
    },
  });
});

test('RAML 0.8: schemas in a list, JSON Schema of draft 3, forms, examples, optional parameters', async () => {
  const description = await load(
    `#%RAML 0.8
title: Garden
mediaType: application/json
schemas:
  - plot: !include plot.schema
  - bed: '{"type": "object", "properties": {"plot": {"$ref": "plot"}, "size": {"$ref": "#/definitions/size"}},
      "definitions": {"size": {"type": "number"}}}'
traits:
  - logged: { responses: { 500?: { description: Broken }, 200?: { description: Fine } } }
/plots:
  is: [logged]
  get:
    queryParameters: { soil: { repeat: true }, page: { type: integer, required: true } }
    responses: { 200: { body: { application/json: { schema: plot } } } }
  post:
    body: { application/x-www-form-urlencoded: { formParameters: { name: { required: true }, born: { type: date } } } }
/beds/{bedId}:
  get: { responses: { 200: { body: { application/json: { schema: bed } } } } }
/people/{personId}:
  get: { responses: { 200: { body: { application/json: { example: !include person.json } } } } }
`,
    {
      'plot.schema':
        '{"type": "array", "items": {"properties": {"id": {"type": "integer", "required": true}}}}',
      'person.json': '{"name": "Ann", "born": "1990-01-02"}',
    },
    'raml-0.8',
  );
  expect(outline(description)).toStrictEqual({
    plot: { operations: { list: 'GET /plots', create: 'POST /plots' }, fields: ['id integer!'] },
    bed: { operations: { get: 'GET /beds/{bedId}' }, fields: ['plot array of object', 'size number'] },
    person: { operations: { get: 'GET /people/{personId}' }, fields: ['name string', 'born string'] },
  });
  expect(description.document).toMatchObject({
    paths: {
      '/plots': {
        get: {
          parameters: [
            { name: 'soil', required: false, schema: { type: 'array', items: { type: 'string' } } },
            { name: 'page', required: true, schema: { type: 'integer' } },
          ],
          responses: { 200: { description: 'Fine' } },
        },
        post: {
          requestBody: {
            content: {
              'application/x-www-form-urlencoded': {
                schema: {
                  type: 'object',
                  properties: { name: { type: 'string' }, born: { type: 'string' } },
                  required: ['name'],
                },
              },
            },
          },
          responses: {},
        },
      },
    },
  });
  expect(codes(description)).toStrictEqual(['read_from_examples', 'no_server', 'no_auth']);
});

const base = `#%RAML 1.0
title: Garden
/plots: { get: { responses: { 200: { body: 'Plot[]' } } } }
types: { Plot: { properties: { id: integer } } }
`;

test('an extension is read over its base; without it alone, which is said', async () => {
  const extension = `#%RAML 1.0 Extension
extends: garden.raml
title: Big garden
types: { Plot: { properties: { size: number } } }
/plots: { post: { body: Plot } }
`;
  const whole = await load(extension, { 'garden.raml': base });
  expect([whole.title, outline(whole)]).toStrictEqual([
    'Big garden',
    {
      plot: {
        operations: { list: 'GET /plots', create: 'POST /plots' },
        fields: ['size number!', 'id integer!'],
      },
    },
  ]);
  const alone = await load(extension);
  expect(outline(alone)).toStrictEqual({
    plot: { operations: { create: 'POST /plots' }, fields: ['size number!'] },
  });
  expect(codes(alone)).toStrictEqual(['file_not_read', 'base_not_read', 'no_server', 'no_auth']);
});

test('a type of its own: the file first, then what it uses; files that refer to each other', async () => {
  const description = await load(
    `#%RAML 1.0 DataType
uses: { lib: lib.raml }
type: lib.Named
properties:
  beds: { type: array, items: !include bed.raml }
`,
    {
      'lib.raml':
        '#%RAML 1.0 Library\ntypes: { Named: { properties: { name: string } }, Bed: !include bed.raml }',
      'bed.raml':
        '#%RAML 1.0 DataType\nuses: { lib: lib.raml }\nproperties: { inner: "lib.Bed[]", by: lib.Named }',
    },
  );
  expect(outline(description)).toStrictEqual({
    garden: { operations: {}, fields: ['beds array of object!', 'name string!'] },
    named: { operations: {}, fields: ['name string!'] },
    bed: { operations: {}, fields: ['inner array of object!', 'by object!'] },
  });
  expect(codes(description)).toStrictEqual(['no_operations']);
});

test('what cannot be read is left open and said', async () => {
  const description = await load(
    `#%RAML 1.0
title: Garden
uses: { gone: gone.raml }
/plots:
  type: nowhere
  get: { is: [untold], responses: { 200: { body: 'Plot[]' } } }
types:
  Plot:
    properties:
      a: gone.Soil
      b: !include lost.raml
      c: !include broken.raml
      d: !include circle.raml
      e: 'Plot Bed'
      f: '<xs:schema/>'
      g: '{"type": '
`,
    {
      'broken.raml': '#%RAML 1.0 DataType\nproperties: [',
      'circle.raml': 'properties: { again: !include circle.raml }',
    },
  );
  expect(outline(description)).toStrictEqual({
    plot: {
      operations: { list: 'GET /plots' },
      fields: ['a any!', 'b any!', 'c any!', 'd object!', 'e any!', 'f object!', 'g object!'],
    },
  });
  expect(description.warnings.map(({ code, message }) => `${code}: ${message.slice(0, 60)}`)).toStrictEqual([
    'file_not_read: The file "lost.raml" could not be read; files are looked for',
    'file_not_read: "broken.raml" was left out: This is no API description: its ',
    'circular_include: "circle.raml" includes itself; it is left out there',
    'file_not_read: The file "gone.raml" could not be read; files are looked for',
    'unknown_resource_type: The resource type is not declared: "nowhere"',
    'unknown_trait: The trait is not declared: "untold"',
    'unknown_type: This type is not declared: "gone.Soil"',
    'unknown_type: This is no type of RAML: "Plot Bed"',
    'xml_schema: The XML Schema of a type is not read',
    'broken_schema: The JSON Schema of a type is broken',
    'no_server: The description names no server; the host is asked for as a ',
    'no_auth: The description says nothing of authentication',
  ]);
});

test.each([
  ['#%RAML 1.0 DocumentationItem\ntitle: x', 'not_a_spec', /a page of documentation/],
  ['#%RAML 1.0 Trait\nheaders: {}', 'not_a_spec', /a trait/],
  ['#%RAML 1.0 ResourceType\nget:', 'not_a_spec', /a resource type/],
  ['#%RAML 1.0 DataType\npattern: ^a', 'not_a_spec', /a simple value/],
  ['#%RAML 1.0 Library\ntraits: {}', 'not_a_spec', /declares no types/],
  ['#%RAML 1.0 Library\ntypes: { Day: date-only }', 'not_a_spec', /\(Day\) are simple values/],
  ['#%RAML 1.0\ntitle: Garden\n/plots:', 'not_a_spec', /no method of its RAML/],
  ['#%RAML 1.0\n- a', 'not_a_spec', /holds no map/],
  ['#%RAML 1.0\ntitle: [', 'not_a_spec', /broken YAML/],
  ['#%RAML 3.0\ntitle: x', 'unsupported_format', /RAML 3\.0/],
])('%j is refused by name', async (text, code, message) => {
  const opened = openText(text);
  await expect(
    (async () => ramlLoader.load(opened, ramlLoader.recognise(opened) ?? '', testContext()))(),
  ).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});
