import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testContext } from '../../core/__fixtures__/test-context.ts';
import { readDescription } from '../read-description.ts';
import { knownOutlines } from './known-outlines.ts';
import { listCatalog } from './list-catalog.ts';

function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'causeway-project-'));
  for (const folder of ['.git', 'app', '.causeway/catalog'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

const acme = `
system: acme
title: Acme Billing
aliases: [acme invoices]
hosts: [api.acme.example]
api: { baseUrl: "https://api.acme.example" }
entities:
  invoice:
    label: Invoice
    aliases: [bill]
    idField: id
    fields:
      - { path: id, type: string }
      - { path: total, type: number }
`;

test('one YAML file in the repository adds a system, by name, by alias, by host, in lists and in sentences', async () => {
  const root = repository({ '.causeway/catalog/acme.yaml': acme });
  const cwd = join(root, 'app');
  const file = join(root, '.causeway/catalog/acme.yaml');
  const context = testContext({ cwd });
  for (const spec of ['acme', 'Acme Invoices#bill']) {
    expect(await readDescription({ spec, overlay: null }, context)).toMatchObject({
      system: 'acme',
      format: 'catalog',
      entities: [{ name: 'invoice', aliases: ['bill'], fieldCount: 2 }],
    });
  }
  expect((await knownOutlines(cwd))[0]).toMatchObject({ system: 'acme', title: 'Acme Billing' });
  expect((await listCatalog(cwd))[0]).toMatchObject({
    system: 'acme',
    from: file,
    depth: 'facts',
    entities: [{ name: 'invoice', fields: 2 }],
  });
  const spec = '{"openapi": "3.1.0", "servers": [{"url": "https://api.acme.example"}], "paths": {}}';
  writeFileSync(join(root, 'api.json'), spec);
  expect(await readDescription({ spec: join(root, 'api.json'), overlay: null }, context)).toMatchObject({
    system: 'acme',
    warnings: expect.arrayContaining([expect.objectContaining({ code: 'catalog_added' })]),
  });
});

test('a system without fields is read from the description its file names', async () => {
  const root = repository({
    '.causeway/catalog/acme.yaml':
      'system: acme\ntitle: Acme\napi: { baseUrl: "https://api.acme.example" }\ndescriptions: [{ url: ./acme.json }]\nentities: { person: { label: Person } }\n',
    '.causeway/catalog/acme.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Acme', version: '7' },
      paths: {},
      components: { schemas: { Person: { type: 'object', properties: { name: { type: 'string' } } } } },
    }),
  });
  const context = testContext({ cwd: root });
  expect(await readDescription({ spec: 'acme', overlay: null }, context)).toMatchObject({
    system: 'acme',
    version: '7',
    entities: [{ name: 'person', fieldCount: 1 }],
  });
  writeFileSync(join(root, '.causeway/catalog/acme.json'), '{broken');
  expect(await readDescription({ spec: 'acme', overlay: null }, context)).toMatchObject({
    format: 'catalog',
    warnings: expect.arrayContaining([expect.objectContaining({ code: 'description_not_read' })]),
  });
});

test.each([
  ['broken YAML', 'system: [', /acme\.yaml does not describe a system/],
  ['a missing title', 'system: acme\napi: {baseUrl: x}', /title: /],
  ['an unknown key', `${acme}\ncolour: red`, /colour/],
])('%s is an error that names the file', async (_, text, message) => {
  const context = testContext({ cwd: repository({ '.causeway/catalog/acme.yaml': text }) });
  await expect(readDescription({ spec: 'acme', overlay: null }, context)).rejects.toMatchObject({
    code: 'bad_catalog_file',
    exitCode: 2,
    message: expect.stringMatching(message),
  });
});
