import { expect, test } from 'vitest';
import { CatalogOutline, catalogOutlines } from './catalog-outline.ts';
import { findSystem, unknownSystem } from './find-system.ts';
import { catalogNames, catalogSystems } from './load-catalog.ts';
import { systemOfHost } from './system-of-host.ts';

test('all bundled systems are valid, and each is found by its name and aliases alone', async () => {
  const systems = await catalogSystems();
  expect(systems.map(({ system }) => system)).toStrictEqual(await catalogNames());
  expect(systems.length).toBeGreaterThanOrEqual(40);
  const withFields = systems.filter(({ entities }) =>
    Object.values(entities).some(({ fields }) => fields.length > 0),
  );
  expect(withFields.length).toBeGreaterThanOrEqual(15);
  for (const system of systems) {
    for (const name of [system.system, system.system.toUpperCase(), system.title, ...system.aliases]) {
      expect([name, (await findSystem(name))?.system.system]).toStrictEqual([name, system.system]);
    }
  }
});

test('every entity has the fields that its facts name', async () => {
  for (const { system, entities } of await catalogSystems()) {
    for (const [name, entity] of Object.entries(entities)) {
      // An outline has none: they come from the published description.
      if (entity.fields.length === 0) continue;
      const paths = entity.fields.map(({ path }) => path);
      const named = [
        entity.idField,
        ...entity.naturalKeys,
        entity.externalIdField,
        entity.createdField,
        entity.updatedField,
      ];
      expect([system, name, named.filter((path) => path !== null && !paths.includes(path))]).toStrictEqual([
        system,
        name,
        [],
      ]);
      expect([system, name, paths.filter((path, index) => paths.indexOf(path) !== index)]).toStrictEqual([
        system,
        name,
        [],
      ]);
    }
  }
});

test('the outlines say the same as the whole', async () => {
  const expected = (await catalogSystems()).map(({ system, title, aliases, hosts, entities }) => ({
    system,
    title,
    aliases,
    hosts,
    entities: Object.fromEntries(
      Object.entries(entities).map(([name, entity]) => [
        name,
        { label: entity.label, aliases: entity.aliases },
      ]),
    ),
  }));
  expect(await catalogOutlines()).toStrictEqual(expected);
  expect(CatalogOutline.array().parse(expected)).toStrictEqual(expected);
});

test('an unknown name is answered with the nearest one, all known ones, and how to give a description', async () => {
  expect(await findSystem('hubsopt')).toBeUndefined();
  expect(await findSystem('')).toBeUndefined();
  const count = (await catalogNames()).length;
  expect((await unknownSystem('hubsopt')).toJSON()).toStrictEqual({
    code: 'unknown_system',
    message: '"hubsopt" is not a system Causeway knows',
    hint: `Did you mean hubspot? \`causeway catalog\` lists the ${count} it knows; for another system give the path or URL of its description, such as ./openapi.json or https://example.com/openapi.yaml, or add one file to .causeway/catalog/`,
  });
});

test.each([
  ['api.hubapi.com', 'hubspot'],
  ['API.HubAPI.com', 'hubspot'],
  ['{accountId}.suitetalk.api.netsuite.com', 'netsuite'],
  ['shop.myshopify.com', 'shopify'],
  ['myshopify.com', undefined],
  ['api.hubapi.com.evil.example', undefined],
  ['evilmyshopify.com', undefined],
])('the host %s is %s', async (host, system) => {
  expect((await systemOfHost(host))?.system).toBe(system);
});
