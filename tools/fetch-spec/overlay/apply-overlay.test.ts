import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../../core/__fixtures__/test-context.ts';
import { readDescription } from '../read-description.ts';
import { applyOverlay } from './apply-overlay.ts';
import { parseOverlay } from './overlay.ts';

const document = {
  info: { title: 'Acme', tags: ['a'] },
  paths: { '/old': { get: {} }, '/new': { get: { 'x-internal': true }, post: {} } },
  list: [{ n: 1 }, { n: 2 }, { n: 3 }],
};

test('updates merge, lists grow, removals go, later actions see earlier ones', () => {
  const overlay = parseOverlay(
    `
overlay: 1.0.0
info: { title: Fix, version: 1.0.0 }
actions:
  - { target: '$.info', update: { title: Acme 2, tags: [b], contact: { name: x } } }
  - { target: '$.paths["/old"]', remove: true }
  - { target: '$.paths.*.*[?@ == true]', remove: true }
  - { target: '$.list[?@.n > 1]', update: { big: true } }
  - { target: '$.list[?@.big == true]', remove: true }
  - { target: '$.nowhere', remove: true }
  - { target: '$.[', remove: true }
`,
    'fix.yaml',
  );
  const before = structuredClone(document);
  expect(applyOverlay(document, overlay, 'fix.yaml')).toStrictEqual({
    document: {
      info: { title: 'Acme 2', tags: ['a', 'b'], contact: { name: 'x' } },
      paths: { '/new': { get: {}, post: {} } },
      list: [{ n: 1 }],
    },
    warnings: [
      {
        code: 'overlay_no_match',
        message: '"$.nowhere" is nowhere in the description',
        at: 'fix.yaml#/actions/5',
      },
      { code: 'overlay_bad_target', message: '"$.[" is no JSONPath', at: 'fix.yaml#/actions/6' },
      { code: 'overlay_applied', message: '5 of 7 corrections of fix.yaml were applied', at: 'fix.yaml' },
    ],
  });
  expect(document).toStrictEqual(before);
});

const update = (target: string, value: unknown, version = '1.0.0') =>
  applyOverlay(
    document,
    parseOverlay(JSON.stringify({ overlay: version, actions: [{ target, update: value }] }), 'fix.yaml'),
    'fix.yaml',
  );

test.each<[string, unknown, string, string]>([
  ['$.info.title', { a: 1 }, '1.0.0', 'an object, but there is the value "Acme" at /info/title'],
  ['$.info.title', 'Acme 2', '1.0.1', 'the value "Acme 2", but there is the value "Acme" at /info/title'],
  ['$.info.title', { a: 1 }, '1.1.0', 'an object, but there is the value "Acme" at /info/title'],
  ['$.info', 'x', '1.1.0', 'the value "x", but there is an object at /info'],
  ['$.info', ['x'], '1.0.0', 'a list, but there is an object at /info'],
])(
  'an update of %s with %j in version %s leaves the description as it was',
  (target, value, version, why) => {
    const { document: changed, warnings } = update(target, value, version);
    expect(changed).toStrictEqual(document);
    expect(warnings).toStrictEqual([
      {
        code: 'overlay_bad_update',
        message: `Action 1 updates "${target}" with ${why}; Overlay ${version} has no such update, and the description was left as it was there. Update the object around it`,
        at: 'fix.yaml#/actions/0',
      },
      { code: 'overlay_applied', message: '0 of 1 corrections of fix.yaml were applied', at: 'fix.yaml' },
    ]);
  },
);

test('version 1.1 replaces a value by a value; of several places those are changed that can be', () => {
  expect(update('$.info.title', 'Acme 2', '1.1.0')).toStrictEqual({
    document: { ...document, info: { title: 'Acme 2', tags: ['a'] } },
    warnings: [
      { code: 'overlay_applied', message: '1 of 1 corrections of fix.yaml were applied', at: 'fix.yaml' },
    ],
  });
  const { document: changed, warnings } = update('$.info.*', { x: 1 });
  expect(changed['info']).toStrictEqual({ title: 'Acme', tags: ['a', { x: 1 }] });
  expect(warnings.map(({ message }) => message)).toStrictEqual([
    expect.stringContaining('(and so at 1 of the 2 places it names)'),
    '1 of 1 corrections of fix.yaml were applied',
  ]);
});

test.each([
  'just text',
  'overlay: 2.0.0\nactions: [{target: $, remove: true}]',
  'overlay: 1.0.0\nactions: []',
])('%j is no overlay', (text) => {
  expect(() => parseOverlay(text, 'fix.yaml')).toThrow(
    expect.objectContaining({ code: 'bad_overlay', message: expect.stringContaining('fix.yaml') }),
  );
});

const spec = {
  openapi: '3.1.0',
  info: { title: 'Acme', version: '1' },
  servers: [{ url: 'https://api.acme.example' }],
  paths: {
    '/orders': {
      get: {
        responses: {
          '200': {
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Order' } },
              },
            },
          },
        },
      },
    },
  },
  components: { schemas: { Order: { type: 'object', properties: { id: { type: 'string' } } } } },
};
const fix = `
overlay: 1.0.0
info: { title: Fix, version: 1.0.0 }
extends: ../../vendor/acme.json
actions:
  - target: $.components.schemas.Order.properties
    update: { total: { type: number } }
`;

test('an overlay in the repository corrects the description it names; one named by the caller any', async () => {
  const repository = mkdtempSync(join(tmpdir(), 'causeway-overlay-'));
  for (const folder of ['.git', 'vendor', 'app', '.causeway/overlays'])
    mkdirSync(join(repository, folder), { recursive: true });
  writeFileSync(join(repository, 'vendor', 'acme.json'), JSON.stringify(spec));
  writeFileSync(join(repository, 'vendor', 'other.json'), JSON.stringify(spec));
  writeFileSync(join(repository, '.causeway', 'overlays', 'acme.yaml'), fix);
  const context = testContext({ cwd: join(repository, 'app') });
  const fields = async (file: string, overlay: string | null = null) => {
    const { entities, warnings } = await readDescription({ spec: `../vendor/${file}`, overlay }, context);
    return [entities[0]?.fieldCount, warnings.filter(({ code }) => code.startsWith('overlay')).length];
  };
  expect(await fields('acme.json')).toStrictEqual([2, 1]);
  expect(await fields('other.json')).toStrictEqual([1, 0]);
  expect(await fields('other.json', '../.causeway/overlays/acme.yaml')).toStrictEqual([2, 1]);
});
