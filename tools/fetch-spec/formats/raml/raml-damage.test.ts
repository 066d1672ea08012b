import { expect, test } from 'vitest';
import { testContext } from '../../../core/__fixtures__/test-context.ts';
import { openText } from '../../front-door/__fixtures__/open-text.ts';
import { damagedJson, damagedText, survives } from '../json-schema/__fixtures__/damage.ts';
import { parseRaml } from './parse-raml.ts';
import { ramlLoader } from './raml-loader.ts';

const whole = `#%RAML 1.0
title: Garden
version: v1
baseUri: https://garden.example/{version}
mediaType: application/json
securitySchemes:
  login: { type: OAuth 2.0, settings: { accessTokenUri: https://garden.example/t, authorizationGrants: [client_credentials] } }
securedBy: [login]
traits:
  paged: { queryParameters: { page?: integer, size: { type: integer, default: <<size>> } } }
resourceTypes:
  base: { get: { responses: { 200: { body: '<<item>>[]' } } } }
  collection: { type: base, post?: { body: <<item>> } }
types:
  Named: { discriminator: kind, properties: { name: string, kind: string } }
  Plot:
    type: Named
    properties:
      id: integer
      soil?: { enum: [clay, sand] }
      tree: Tree | nil
      json: '{"type": "object", "properties": {"a": {"$ref": "#/definitions/a"}}, "definitions": {"a": {}}}'
      //: any
  Tree: { properties: { inner: 'Tree[]', both: [Named, Plot] } }
/plots:
  type: { collection: { item: Plot } }
  is: [paged: { size: 5 }]
  get: { description: All }
  /{plotId}:
    uriParameters: { plotId: integer }
    get: { responses: { 200: { body: { application/json: { example: '{"id": 1}' } } } } }
`;

test('a damaged description is described or refused', async () => {
  const pieces = ['[', '}', ': ', '?', '|', '<<x>>', '[]', '!include x', '&a', '*a', '\n', ' ', '@1.', '"'];
  expect(await survives(ramlLoader, damagedText(whole, pieces), 600)).toBeGreaterThan(100);
});

test('a description with something wrong in it is described or refused', async () => {
  const wrong = [
    'Plot[]',
    ['Plot', 'Tree'],
    { type: 'Plot' },
    '<<item>>',
    '@1.x',
    '{"$ref": "#"}',
    '<a/>',
    { '/x': {} },
  ];
  const texts = damagedJson(parseRaml(whole, []), wrong).map((json) => `#%RAML 1.0\n${json}`);
  expect(await survives(ramlLoader, texts, 1_000)).toBeGreaterThan(900);
});

test('types and templates that use themselves end', async () => {
  const chain = Array.from(
    { length: 30 },
    (_, index) => `  t${index}: { type: { t${index + 1}: { a: '<<a>><<a>>' } }, description: '<<a>>' }`,
  );
  const opened = openText(`#%RAML 1.0
title: Garden
resourceTypes:
  loop: { type: loop, get: { responses: { 200: { body: Round } } } }
${chain.join('\n')}
types:
  Round: { type: Square, properties: { a: Round } }
  Square: { type: Round }
  Self: Self
/rounds/{roundId}: { type: loop }
/texts: { type: { t0: { a: abcdefghij } }, get: }
`);
  const { entities } = await ramlLoader.load(opened, 'raml-1.0', testContext());
  expect(entities.map(({ name }) => name)).toStrictEqual(['round']);
});
