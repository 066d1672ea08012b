import { Keyv } from 'keyv';
import { expect, test } from 'vitest';
import { ArtifactStore, callTool, createLog, noMemory, readConfig, type Tool } from '../tools/core/index.ts';
import { fetchSpec } from '../tools/fetch-spec/index.ts';
import { inferSchema } from '../tools/infer-schema/index.ts';
import type { Entity } from '../tools/model/index.ts';
import { matchEntities } from '../tools/propose-mapping/index.ts';

const context = {
  artifacts: new ArtifactStore(new Keyv()),
  config: readConfig({}),
  log: createLog(false),
  memory: noMemory,
  signal: new AbortController().signal,
  cwd: null,
  progress: () => {},
};

async function call<I extends Tool['input'], O extends Tool['output']>(tool: Tool<I, O>, input: unknown) {
  const result = await callTool(tool, input, context);
  if (!result.ok) throw result.error;
  return result.output;
}

async function catalog(system: string, entity: string): Promise<Entity> {
  const { spec } = await call(fetchSpec, { spec: system });
  const { schema } = await call(inferSchema, { spec, entity });
  return context.artifacts.get('schema', schema);
}

/** `target ← sources` of every row. */
async function rowsOf(from: [string, string], to: [string, string]) {
  const { mapping } = matchEntities(await catalog(...from), await catalog(...to));
  return new Map(mapping.rows.map((row) => [row.target, row.sources.join(' + ')]));
}

test('a HubSpot contact fits the NetSuite contact best, the customer nearly as well, other records hardly', async () => {
  const source = await catalog('hubspot', 'contact');
  const fit = async (entity: string) => matchEntities(source, await catalog('netsuite', entity)).fit;
  const [contact, customer, order, item] = await Promise.all(
    ['contact', 'customer', 'salesOrder', 'inventoryItem'].map(fit),
  );
  expect(contact).toBeGreaterThan(customer ?? 1);
  expect((contact ?? 0) - (customer ?? 0)).toBeLessThan(0.1);
  expect(Math.max(order ?? 1, item ?? 1)).toBeLessThan(0.2);
});

test('HubSpot contact → NetSuite contact', async () => {
  const rows = await rowsOf(['hubspot', 'contact'], ['netsuite', 'contact']);
  expect(Object.fromEntries(rows)).toMatchObject({
    externalId: 'id',
    salutation: 'properties.salutation',
    firstName: 'properties.firstname',
    lastName: 'properties.lastname',
    title: 'properties.jobtitle',
    email: 'properties.email',
    phone: 'properties.phone',
    mobilePhone: 'properties.mobilephone',
    fax: 'properties.fax',
    'addressBook.items[].addressBookAddress.city': 'properties.city',
    'addressBook.items[].addressBookAddress.state': 'properties.state',
    'addressBook.items[].addressBookAddress.zip': 'properties.zip',
  });
  // References and tracking data are never copied.
  expect(
    [...rows.keys()].filter((path) => /^(?:company|owner|subsidiary|supervisor)\b/.test(path)),
  ).toStrictEqual([]);
  expect([...rows.values()].filter((path) => /analytics|ip_/.test(path))).toStrictEqual([]);
});

test('lines of an order come from its lines, not from its taxes or discounts', async () => {
  const rows = await rowsOf(['shopify', 'order'], ['netsuite', 'salesOrder']);
  const lines = [...rows].filter(([target]) => target.startsWith('item.items[]'));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.filter(([, from]) => !from.startsWith('line_items[].'))).toStrictEqual([]);
});

test('names that are the same and mean something else are left open', async () => {
  const customer = await rowsOf(['shopify', 'customer'], ['hubspot', 'contact']);
  expect(customer.get('properties.state')).not.toBe('state');
  const account = await rowsOf(['stripe', 'customer'], ['salesforce', 'account']);
  expect([account.get('Name'), account.get('Type')]).toStrictEqual(['name', undefined]);
});
